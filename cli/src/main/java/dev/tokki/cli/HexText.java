package dev.tokki.cli;

import java.util.HexFormat;

/// Bytes as hexadecimal text.
public final class HexText {
    private HexText() {}

    /// {@return the bytes; blanks, colons and a leading 0x are skipped}
    ///
    /// @param what what they are, for the error
    /// @throws Usage if it is not hexadecimal
    public static byte[] bytes(String text, String what) {
        String digits = text.replaceAll("^0[xX]|[\\s:]", "");
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new Usage(what + " must be hexadecimal, two digits for each byte");
        }
    }

    /// {@return bytes in hexadecimal}
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
