package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;

/// A mechanism's parameter (`pParameter` of `CK_MECHANISM`, section 3.5).
///
/// One record per C structure; the components are the structure's members in their order, and [Layout] says how each
/// lies in C where
/// its type does not. Both directions (our memory to a library, a caller's memory to the engine) are derived from the
/// records.
public sealed interface Parameter permits Parameter.None, Parameter.Raw, Parameter.ULong, Structure {
    /// NULL_PTR with length 0.
    record None() implements Parameter {
        @Override
        public String toString() {
            return "no parameter";
        }
    }

    /// Bytes that are the parameter: an initialisation vector, or a structure nobody knows.
    record Raw(Bytes bytes) implements Parameter {}

    /// A single `CK_ULONG` (`CK_MAC_GENERAL_PARAMS`, `CK_RC2_PARAMS`, an object handle, …).
    record ULong(long value) implements Parameter {}

    /// {@return no parameter}
    static Parameter none() {
        return Nothing.INSTANCE;
    }

    /// {@return bytes as a parameter, shared}
    static Parameter of(byte... bytes) {
        return new Raw(Bytes.of(bytes));
    }
}
