package dev.tokki.nativeadapter.layout;

import dev.tokki.api.parameter.Parameter;
import org.jspecify.annotations.Nullable;

/// An argument with a mechanism's parameter in it, which a module may write into.
///
/// @param <T> the component's type
interface Parameterised<T extends @Nullable Object> {
    /// {@return the parameter as the module left it; null if it is not one that modules write into}
    @Nullable
    Parameter collect(T value, Frame frame, int[] at, Memory memory);

    /// Writes what the module changed of a parameter into the caller's memory.
    void leave(Parameter written, Frame frame, int[] at, Memory memory);
}
