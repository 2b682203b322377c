package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.AesKeyWrap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.WholeCipher;
import dev.tokki.emulator.rule.Refusal;
import java.security.GeneralSecurityException;
import java.security.Key;

/// Encryption and decryption by AES key wrap, section 6.16.3.
final class AesKeyWraps {
    private static final int SEMIBLOCK = AesKeyWrap.SEMIBLOCK;

    private AesKeyWraps() {}

    static CipherOperation encrypt(Crypto crypto, AesKeyWrap mode, byte[] iv, KeyView key, String section) {
        Key secret = SecretKeys.of(key);
        return new WholeCipher(length -> wrappedLength(mode, length), data -> {
            checkData(mode, data, section);
            return mode.wrap(crypto, secret, iv, data);
        });
    }

    static CipherOperation decrypt(Crypto crypto, AesKeyWrap mode, byte[] iv, KeyView key, String section) {
        Key secret = SecretKeys.of(key);
        return new WholeCipher(length -> Math.max(0, length - SEMIBLOCK), wrapped -> {
            int least = mode == AesKeyWrap.PADDED ? 2 * SEMIBLOCK : 3 * SEMIBLOCK;
            if (wrapped.length < least || wrapped.length % SEMIBLOCK != 0) {
                throw Refusal.of(
                        Ckr.ENCRYPTED_DATA_LEN_RANGE,
                        "the encrypted data",
                        "They are whole semiblocks of 8 bytes, " + least + " bytes at least; these are "
                                + wrapped.length + " bytes.",
                        section,
                        "Pass them whole, as they came from the wrapping.");
            }
            try {
                return mode.unwrap(crypto, secret, iv, wrapped);
            } catch (GeneralSecurityException e) {
                throw Refusal.of(
                        Ckr.ENCRYPTED_DATA_INVALID,
                        "the encrypted data",
                        "The integrity check failed: they were not made by this key, mechanism and initial value.",
                        section,
                        "Check key, mechanism, initial value and data against those of the wrapping.");
            }
        });
    }

    private static long wrappedLength(AesKeyWrap mode, long length) {
        return switch (mode) {
            case PLAIN -> length + SEMIBLOCK;
            case PKCS7 -> (length / SEMIBLOCK + 2) * SEMIBLOCK;
            case PADDED -> (length + SEMIBLOCK - 1) / SEMIBLOCK * SEMIBLOCK + SEMIBLOCK;
        };
    }

    private static void checkData(AesKeyWrap mode, byte[] data, String section) {
        String rule = switch (mode) {
            case PLAIN ->
                data.length >= 2 * SEMIBLOCK && data.length % SEMIBLOCK == 0
                        ? ""
                        : "It takes whole semiblocks of 8 bytes, two at least";
            // PKCS #7 fills up to the one semiblock that KW cannot wrap.
            case PKCS7 -> data.length >= SEMIBLOCK ? "" : "It takes at least 8 bytes";
            case PADDED -> data.length >= 1 ? "" : "It takes at least 1 byte";
        };
        if (!rule.isEmpty()) {
            throw Refusal.of(
                    Ckr.DATA_LEN_RANGE,
                    "the data",
                    rule + "; these are " + data.length + " bytes.",
                    section,
                    "Use CKM_AES_KEY_WRAP_KWP for data of any length.");
        }
    }
}
