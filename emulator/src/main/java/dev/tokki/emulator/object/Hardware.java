package dev.tokki.emulator.object;

import java.time.Instant;

/// What moves inside a token by itself.
public interface Hardware {
    /// {@return the time on the token's clock}
    Instant now();

    /// Sets the token's clock.
    void set(Instant time);

    /// {@return a number greater than any this counter has told, also before the token was last switched off}
    long nextCount();

    /// {@return whether the counter was ever reset}
    boolean hasReset();
}
