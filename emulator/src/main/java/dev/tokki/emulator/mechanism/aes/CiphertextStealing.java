package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.CollectingCipher;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import dev.tokki.emulator.rule.Refusal;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// AES in CBC with ciphertext stealing, section 6.12.
///
/// The section does not say which of the three ways of the addendum to NIST SP 800-38A is meant. This is CBC-CS1, as
/// in other modules: the shortened block stands before the last whole one, and whole blocks are plain CBC.
final class CiphertextStealing {
    private static final int BLOCK = AesMechanisms.BLOCK;

    private CiphertextStealing() {}

    static Declaration<?> declaration(long mechanism, String section) {
        return Wraps.secretKeys(BLOCK, section)
                .of(
                        Declaration.of(mechanism, section, AesMechanisms.KEYS, ParameterRule.iv(BLOCK, section)),
                        (crypto, iv, key) -> new CollectingCipher(
                                length -> length, data -> encrypt(crypto, key, iv, checked(data, true, section))),
                        (crypto, iv, key) -> (CipherOperation) new CollectingCipher(
                                length -> length, data -> decrypt(crypto, key, iv, checked(data, false, section))));
    }

    static byte[] checked(byte[] data, boolean isEncryption, String section) {
        if (data.length < BLOCK) {
            throw Refusal.of(
                    isEncryption ? Ckr.DATA_LEN_RANGE : Ckr.ENCRYPTED_DATA_LEN_RANGE,
                    isEncryption ? "the data" : "the encrypted data",
                    "They must be a block of 16 bytes at least, to steal from; these are " + data.length + " bytes.",
                    section,
                    "Pass 16 bytes or more.");
        }
        return data;
    }

    private static byte[] encrypt(Crypto crypto, KeyView key, byte[] iv, byte[] data) {
        int rest = data.length % BLOCK;
        byte[] padded = rest == 0 ? data : Arrays.copyOf(data, data.length + BLOCK - rest);
        byte[] chained = cbc(crypto, Cipher.ENCRYPT_MODE, key, iv, padded);
        if (rest == 0) {
            return chained;
        }
        byte[] stolen = Arrays.copyOf(chained, data.length);
        System.arraycopy(chained, chained.length - BLOCK, stolen, data.length - BLOCK, BLOCK);
        return stolen;
    }

    private static byte[] decrypt(Crypto crypto, KeyView key, byte[] iv, byte[] data) {
        int rest = data.length % BLOCK;
        if (rest == 0) {
            return cbc(crypto, Cipher.DECRYPT_MODE, key, iv, data);
        }
        byte[] last = Arrays.copyOfRange(data, data.length - BLOCK, data.length);
        // The end of the last plaintext was zeros, so that of its block before the chain is the ciphertext stolen.
        byte[] opened = cbc(crypto, Cipher.DECRYPT_MODE, key, new byte[BLOCK], last);
        byte[] chained = Arrays.copyOf(data, data.length + BLOCK - rest);
        System.arraycopy(opened, rest, chained, data.length - BLOCK, BLOCK - rest);
        System.arraycopy(last, 0, chained, chained.length - BLOCK, BLOCK);
        return Arrays.copyOf(cbc(crypto, Cipher.DECRYPT_MODE, key, iv, chained), data.length);
    }

    private static byte[] cbc(Crypto crypto, int direction, KeyView key, byte[] iv, byte[] data) {
        Cipher cipher = crypto.cipher("AES/CBC/NoPadding");
        try {
            cipher.init(direction, SecretKeys.of(key), new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
