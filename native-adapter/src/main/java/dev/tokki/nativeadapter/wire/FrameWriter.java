package dev.tokki.nativeadapter.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Collects the bytes of a frame: numbers of variable length, and byte strings behind their lengths.
public final class FrameWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    /// An empty frame.
    public FrameWriter() {}

    /// Seven bits in a byte, least significant first; the eighth says that there is more.
    public void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /// Adds a truth value.
    public void flag(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    /// Adds a byte string.
    public void array(byte[] value) {
        number(value.length);
        bytes.write(value, 0, value.length);
    }

    /// Adds a text.
    public void text(String value) {
        array(value.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return all that was added}
    public byte[] toArray() {
        return bytes.toByteArray();
    }
}
