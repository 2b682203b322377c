package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.Attribute;
import dev.tokki.api.Template;
import dev.tokki.api.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What an operation makes besides its key: further keys, and what the mechanism's parameter tells afterwards.
public final class Products {
    private final List<Further> further = new ArrayList<>();
    private Function<List<Long>, Optional<Parameter>> telling = handles -> Optional.empty();

    /// A further key.
    ///
    /// @param template what the caller asked for
    /// @param key what the mechanism contributes
    public record Further(Template template, List<Attribute> key) {}

    /// Adds a further key.
    public void add(Template template, List<Attribute> key) {
        further.add(new Further(template, key));
    }

    /// Tells something in the parameter.
    ///
    /// @param made makes the parameter of the handles of the further keys
    public void tell(Function<List<Long>, Parameter> made) {
        telling = handles -> Optional.of(made.apply(handles));
    }

    /// {@return the further keys, in their order}
    public List<Further> further() {
        return List.copyOf(further);
    }

    /// {@return the parameter as the operation leaves it, if it changes it}
    ///
    /// @param handles the handles of the further keys
    public Optional<Parameter> parameter(List<Long> handles) {
        return telling.apply(handles);
    }
}
