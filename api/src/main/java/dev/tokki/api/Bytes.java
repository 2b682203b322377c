package dev.tokki.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A byte string given to a module: C's pointer and length (`CK_BYTE_PTR`, `CK_ULONG`).
///
/// It may be what a C caller may say and should not: NULL_PTR with a length. The array is shared, not copied; whoever
/// hands it over
/// leaves it alone until the call returns. [#toString] tells the length only, since many byte strings are PINs and
/// keys.
public final class Bytes {
    /// NULL_PTR with length 0.
    public static final Bytes NULL = new Bytes(null, 0, false);

    /// No bytes at a pointer that is not NULL_PTR.
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, false);

    private final byte @Nullable [] array;
    private final long length;
    private final boolean hidden;

    private Bytes(byte @Nullable [] array, long length, boolean hidden) {
        this.array = array;
        this.length = length;
        this.hidden = hidden;
    }

    /// {@return these bytes, shared}
    public static Bytes of(byte... array) {
        return new Bytes(array, array.length, false);
    }

    /// {@return the UTF-8 bytes of a text}
    public static Bytes utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return the bytes of a hexadecimal text; spaces and colons between digits are skipped}
    public static Bytes hex(String text) {
        return of(HexFormat.of().parseHex(text.replaceAll("[\\s:]", "")));
    }

    /// {@return NULL_PTR with a length, which a module should refuse unless the length is 0}
    public static Bytes nullOf(long length) {
        return length == 0 ? NULL : new Bytes(null, length, false);
    }

    /// {@return bytes of which a transcript tells the number and not what they are: a PIN, a key}
    ///
    /// They stand in a call that was made, never in one that is to be made.
    ///
    /// @param length how many there were
    public static Bytes hidden(long length) {
        return new Bytes(null, length, true);
    }

    /// {@return whether it is not told what the bytes are}
    public boolean isHidden() {
        return hidden;
    }

    /// {@return whether the pointer is NULL_PTR}
    public boolean isNull() {
        return array == null && !hidden;
    }

    /// {@return the length as the caller told it, in bytes, unsigned}
    public long length() {
        return length;
    }

    /// {@return the bytes, shared; an empty array for NULL_PTR}
    ///
    /// @throws IllegalStateException if it is not told what they are
    public byte[] array() {
        if (hidden) {
            throw new IllegalStateException("bytes of a transcript that does not tell them");
        }
        return array == null ? EMPTY.array() : array;
    }

    /// {@return a copy of the bytes; an empty array for NULL_PTR}
    public byte[] copy() {
        return array().clone();
    }

    /// {@return the bytes as UTF-8 text}
    public String text() {
        return new String(array(), StandardCharsets.UTF_8);
    }

    /// {@return the bytes in hexadecimal; never call this on a secret}
    public String hex() {
        return HexFormat.of().formatHex(array());
    }

    /// Compares in a time that does not depend on where two arrays of equal length differ.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that
                && length == that.length
                && isNull() == that.isNull()
                && hidden == that.hidden
                && (hidden || MessageDigest.isEqual(array(), that.array()));
    }

    @Override
    public int hashCode() {
        return hidden ? Long.hashCode(length) : Arrays.hashCode(array());
    }

    @Override
    public String toString() {
        return isNull() ? "NULL_PTR[" + Long.toUnsignedString(length) + "]" : "bytes[" + length + "]";
    }
}
