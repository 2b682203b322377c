package dev.tokki.api;

/// Room that a module fills to the last byte, its length given by value (C_GenerateRandom, C_AsyncJoin).
///
/// @param isNull whether the pointer is NULL_PTR
/// @param length the length in bytes, unsigned
public record Fill(boolean isNull, long length) {
    /// {@return room for so many bytes}
    public static Fill of(long length) {
        return new Fill(false, length);
    }

    /// {@return NULL_PTR with a length}
    public static Fill nullOf(long length) {
        return new Fill(true, length);
    }
}
