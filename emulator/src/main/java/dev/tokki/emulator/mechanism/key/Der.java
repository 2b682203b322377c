package dev.tokki.emulator.mechanism.key;

/// The little of DER that is needed before a parser is.
public final class Der {
    private Der() {}

    /// {@return how many of the bytes the first value takes, tag and length included; all of them where that
    /// is unclear}
    public static int length(byte[] bytes) {
        if (bytes.length < 2) {
            return bytes.length;
        }
        int first = bytes[1] & 0xFF;
        if (first < 0x80) {
            return Math.min(bytes.length, 2 + first);
        }
        int digits = first & 0x7F;
        if (digits == 0 || digits > 3 || bytes.length < 2 + digits) {
            return bytes.length;
        }
        int length = 0;
        for (int i = 0; i < digits; i++) {
            length = (length << 8) | (bytes[2 + i] & 0xFF);
        }
        return Math.min(bytes.length, 2 + digits + length);
    }
}
