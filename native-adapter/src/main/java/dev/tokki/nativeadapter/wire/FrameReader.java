package dev.tokki.nativeadapter.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what a [FrameWriter] wrote, and believes nothing: a module may have scribbled over its process's memory.
public final class FrameReader {
    private final byte[] bytes;
    private int at;

    /// @param bytes a frame
    public FrameReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// {@return a number}
    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new BrokenFrameException("a number without an end");
    }

    /// {@return a number of things that follow, each of at least one byte}
    public int count() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new BrokenFrameException(count + " things in " + (bytes.length - at) + " bytes");
        }
        return (int) count;
    }

    /// {@return a number below `end`}
    public int below(int end) {
        long number = number();
        if (number < 0 || number >= end) {
            throw new BrokenFrameException(number + " of " + end);
        }
        return (int) number;
    }

    /// {@return a truth value}
    public boolean flag() {
        return below(2) == 1;
    }

    /// {@return a byte string}
    public byte[] array() {
        int length = count();
        byte[] array = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return array;
    }

    /// {@return a text}
    public String text() {
        return new String(array(), StandardCharsets.UTF_8);
    }

    /// @throws BrokenFrameException if something is left over
    public void end() {
        if (at != bytes.length) {
            throw new BrokenFrameException((bytes.length - at) + " bytes too many");
        }
    }

    private int octet() {
        if (at == bytes.length) {
            throw new BrokenFrameException("the end is missing");
        }
        return bytes[at++] & 0xFF;
    }
}
