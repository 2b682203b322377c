package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes put together so that no two different lists of fields give the same: numbers have eight bytes,
/// everything else its length in front.
final class Encoding {
    private byte[] bytes = new byte[128];
    private int length;

    Encoding put(long number) {
        reserve(Long.BYTES).putLong(number);
        return this;
    }

    Encoding put(byte[] field) {
        reserve(Integer.BYTES + field.length).putInt(field.length).put(field);
        return this;
    }

    /// NULL_PTR is told from no bytes.
    Encoding put(Bytes field) {
        if (field.isNull()) {
            reserve(Integer.BYTES).putInt(-1);
            return this;
        }
        return put(field.array());
    }

    Encoding put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /// {@return the next field of variable length}
    static byte[] field(ByteBuffer from) {
        byte[] field = new byte[from.getInt()];
        from.get(field);
        return field;
    }

    /// {@return the next field of variable length, which may be NULL_PTR}
    static Bytes bytes(ByteBuffer from) {
        int size = from.getInt();
        if (size < 0) {
            return Bytes.NULL;
        }
        byte[] field = new byte[size];
        from.get(field);
        return Bytes.of(field);
    }

    /// {@return the next field as text}
    static String text(ByteBuffer from) {
        return new String(field(from), StandardCharsets.UTF_8);
    }

    private ByteBuffer reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
        ByteBuffer room = ByteBuffer.wrap(bytes, length, more);
        length += more;
        return room;
    }
}
