package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Check values of secret keys (`CKA_CHECK_VALUE`, section 4.12): the first three bytes of a block of zeros
/// encrypted (sections 6.10.2, 6.18.2), or of the SHA-1 of keys that are not for a block cipher (sections 6.8.2
/// and 6.47.2).
public final class CheckValue {
    private static final int LENGTH = 3;
    private static final byte[] ABSENT = {};

    /// The default ciphers of key types, by JCA's names.
    private static final Map<Long, String> BLOCK_CIPHERS = Map.of(
            Ckk.AES, "AES",
            Ckk.DES2, "DESede",
            Ckk.DES3, "DESede",
            Ckk.CAMELLIA, "Camellia",
            Ckk.ARIA, "ARIA",
            Ckk.SEED, "SEED",
            Ckk.TWOFISH, "Twofish",
            Ckk.BLOWFISH, "Blowfish",
            Ckk.GOST28147, "GOST28147");

    private static final Set<Long> STREAM_CIPHERS = Set.of(Ckk.CHACHA20, Ckk.SALSA20, Ckk.POLY1305);

    private CheckValue() {}

    public static byte[] of(Crypto crypto, AttributeMap key) {
        if (key.ulong(Cka.CLASS, -1) != Cko.SECRET_KEY || !key.has(Cka.VALUE)) {
            return ABSENT;
        }
        byte[] value = key.bytes(Cka.VALUE);
        long type = key.ulong(Cka.KEY_TYPE, -1);
        String cipher = BLOCK_CIPHERS.get(type);
        if (cipher != null) {
            return firstOf(encryptedZeros(crypto, cipher, type == Ckk.DES2 ? SecretKeys.threeKeys(value) : value));
        }
        boolean isHashed = STREAM_CIPHERS.contains(type)
                || SecretKeyType.of(type).filter(SecretKeyType::isAnyLength).isPresent();
        return isHashed ? firstOf(crypto.digest("SHA-1").digest(value)) : ABSENT;
    }

    private static byte[] encryptedZeros(Crypto crypto, String algorithm, byte[] value) {
        try {
            Cipher cipher = crypto.cipher(algorithm + "/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(value, algorithm));
            return cipher.doFinal(new byte[cipher.getBlockSize()]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] firstOf(byte[] bytes) {
        return Arrays.copyOf(bytes, LENGTH);
    }
}
