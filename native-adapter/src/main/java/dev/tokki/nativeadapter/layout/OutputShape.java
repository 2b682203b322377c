package dev.tokki.nativeadapter.layout;

import org.jspecify.annotations.Nullable;

/// How an argument that a module writes to lies in C.
///
/// @param <T> the component's type, which says what the caller passes
/// @param <O> what comes back
interface OutputShape<T extends @Nullable Object, O> extends Shape<T> {
    /// {@return what the module left; null where it left nothing}
    ///
    /// @param value what the caller gave
    /// @param rv the return value, on which it depends what can be there
    @Nullable
    O collect(T value, long rv, Frame frame, int[] at, Memory memory);

    /// Writes an output into the caller's memory; pointers that are NULL_PTR are passed over.
    void leave(T value, O output, Frame frame, int[] at, Caller caller);
}
