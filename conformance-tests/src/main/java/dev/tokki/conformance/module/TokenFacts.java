package dev.tokki.conformance.module;

import dev.tokki.api.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How the prepared token is found and entered.
///
/// @param label its label
/// @param soPin the SO's PIN
/// @param userPin the user's PIN
public record TokenFacts(String label, Bytes soPin, Bytes userPin) {
    /// {@return a label as C_InitToken wants it: 32 bytes, padded with blanks}
    public static Bytes padded(String label) {
        byte[] text = label.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, 32);
        Arrays.fill(padded, Math.min(text.length, 32), 32, (byte) ' ');
        return Bytes.of(padded);
    }
}
