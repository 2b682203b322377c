package dev.tokki.emulator.operation;

import dev.tokki.api.Bytes;
import dev.tokki.emulator.mechanism.work.Recoverer;

/// A verification in progress that recovers the data (sections 5.15.5 and 5.15.6).
public final class Recovering implements Operation {
    private final Recoverer recoverer;
    private final KeyUse use;

    /// @param recoverer the mechanism with its key
    /// @param use how it uses its key
    public Recovering(Recoverer recoverer, KeyUse use) {
        this.recoverer = recoverer;
        this.use = use;
    }

    @Override
    public KeyUse use() {
        return use;
    }

    /// {@return the data in a signature}
    ///
    /// They are recovered even where only their length is asked for: a wrong signature is told before a
    /// buffer that is too small.
    public Production recovered(byte[] signature) {
        return new Known(Bytes.of(recoverer.recover(signature)));
    }
}
