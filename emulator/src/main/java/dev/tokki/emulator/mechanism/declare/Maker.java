package dev.tokki.emulator.mechanism.declare;

import dev.tokki.emulator.crypto.Crypto;

/// Makes an operation, or its result, once parameter and key are known to fit the mechanism.
///
/// @param <P> the parameter, as the mechanism's [ParameterRule] read it
/// @param <I> what it works on
/// @param <T> what comes of it
@FunctionalInterface
public interface Maker<P, I, T> {
    /// {@return what comes of it}
    T make(Crypto crypto, P parameter, I input);
}
