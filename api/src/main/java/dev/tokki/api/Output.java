package dev.tokki.api;

import org.jspecify.annotations.Nullable;

/// Output of variable length (section 5.2): the length the module told and, where a buffer could take them, the bytes.
///
/// @param length what the module wrote as the length, in bytes; [dev.tokki.api.constant.Ck#UNAVAILABLE_INFORMATION] is
/// possible
/// @param bytes the bytes; null for a length query and for a buffer that was too small
public record Output(long length, @Nullable Bytes bytes) {
    /// {@return output of these bytes}
    public static Output of(byte[] bytes) {
        return new Output(bytes.length, Bytes.of(bytes));
    }

    /// {@return the answer to a length query}
    public static Output length(long length) {
        return new Output(length, null);
    }

    /// {@return the bytes}
    ///
    /// @throws IllegalStateException if only the length was told
    public byte[] array() {
        if (bytes == null) {
            throw new IllegalStateException("only the length was told: " + length);
        }
        return bytes.array();
    }
}
