package dev.tokki.emulator.object;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made when it is asked for first: hundreds of mechanism objects, which most tokens in tests are never asked
/// for.
///
/// @param <T> what is made
final class Once<T> implements Supplier<T> {
    private @Nullable Supplier<T> maker;
    private @Nullable T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made == null && maker != null) {
            made = maker.get();
            maker = null;
        }
        return Objects.requireNonNull(made);
    }
}
