package dev.tokki.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// How bytes are written down.
public enum Encoding {
    /// As they are.
    RAW,
    /// Hexadecimal, and a line end.
    HEX,
    /// Base64, and a line end.
    BASE64;

    /// {@return bytes written down}
    public byte[] encode(byte[] bytes) {
        return switch (this) {
            case RAW -> bytes;
            case HEX -> line(HexText.of(bytes));
            case BASE64 -> line(Base64.getEncoder().encodeToString(bytes));
        };
    }

    /// {@return bytes read from what is written down; white space is skipped}
    ///
    /// @throws Usage if it is not written so
    public byte[] decode(byte[] written) {
        return switch (this) {
            case RAW -> written;
            case HEX -> HexText.bytes(new String(written, StandardCharsets.ISO_8859_1), "the input");
            case BASE64 -> base64(written);
        };
    }

    private static byte[] base64(byte[] written) {
        try {
            return Base64.getMimeDecoder().decode(written);
        } catch (IllegalArgumentException e) {
            throw new Usage("the input is not base64");
        }
    }

    private static byte[] line(String text) {
        return (text + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
