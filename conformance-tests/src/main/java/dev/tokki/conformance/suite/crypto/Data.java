package dev.tokki.conformance.suite.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Bytes that tests give to a module.
final class Data {
    private Data() {}

    /// {@return the bytes of a hexadecimal text}
    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /// {@return the bytes of a text in UTF-8}
    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// {@return the bytes 0, 1, 2, … over and over}
    static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /// {@return a part of some bytes}
    static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /// {@return two byte strings, one after the other}
    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /// {@return some bytes in parts of uneven lengths, an empty one among them}
    static List<byte[]> parts(byte[] bytes) {
        List<byte[]> parts = new ArrayList<>();
        int at = 0;
        for (int length = 1; at < bytes.length; length = length * 2 + 1) {
            int end = Math.min(bytes.length, at + length);
            parts.add(part(bytes, at, end));
            at = end;
        }
        parts.add(Math.min(1, parts.size()), new byte[0]);
        return parts;
    }

    /// {@return bytes in hexadecimal, for findings}
    static String shown(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
