package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.ParameterRule;

/// A vector or nonce of which the token makes all but the leading bits, sections 6.13.3 and 6.13.5.
final class GeneratedVector {
    private GeneratedVector() {}

    /// Refuses more fixed bits than there are.
    static void checkFixedBits(ParameterRule<?> rule, String member, long fixedBits, Bytes vector) {
        if (fixedBits < 0 || fixedBits > 8 * vector.length()) {
            throw rule.wrong(
                    member,
                    "The vector has " + 8 * vector.length() + " bits; to be kept are "
                            + Long.toUnsignedString(fixedBits) + ".",
                    "Pass 0, or fewer bits than the vector has.");
        }
    }

    /// {@return as many bytes as given: the leading bits of those, then random ones}
    static Bytes after(Crypto crypto, Bytes given, long fixedBits) {
        byte[] vector = crypto.randomBytes(given.array().length);
        int wholeBytes = (int) fixedBits / 8;
        int restBits = (int) fixedBits % 8;
        System.arraycopy(given.array(), 0, vector, 0, wholeBytes);
        if (restBits > 0) {
            int kept = 0xFF << (8 - restBits);
            vector[wholeBytes] = (byte) ((given.array()[wholeBytes] & kept) | (vector[wholeBytes] & ~kept));
        }
        return Bytes.of(vector);
    }
}
