package dev.tokki.emulator.mechanism.message;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.security.MessageDigest;
import java.util.Arrays;

/// Tags of messages: taken from the end of what a cipher put out, and compared.
final class Tags {
    private Tags() {}

    static Bytes before(byte[] output, int length) {
        return Bytes.of(Arrays.copyOf(output, length));
    }

    static Bytes from(byte[] output, int at) {
        return Bytes.of(Arrays.copyOfRange(output, at, output.length));
    }

    /// Refuses a last part whose tag has another length than the first part's.
    static void checkSame(MessageParameter last, MessageParameter begun) {
        if (last.tagLength() != begun.tagLength()) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    "pParameter",
                    "The message began with a tag of " + begun.tagLength() + " bytes and ends with one of "
                            + last.tagLength() + ".",
                    "5.9.4",
                    "Pass the same parameter with each part of a message.");
        }
    }

    /// Refuses a message whose tag is wrong.
    static void check(Bytes expected, Bytes given, String section) {
        if (!MessageDigest.isEqual(expected.array(), given.array())) {
            throw Refusal.of(
                    Ckr.AEAD_DECRYPT_FAILED,
                    "the tag in pParameter",
                    "It does not belong to this ciphertext, vector and associated data under this key.",
                    section,
                    "Check them against those of the encryption; discard the parts that were decrypted.");
        }
    }
}
