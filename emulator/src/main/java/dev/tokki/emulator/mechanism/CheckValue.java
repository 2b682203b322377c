package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.crypto.Crypto;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Check values of secret keys (`CKA_CHECK_VALUE`, section 4.12): the first three bytes of a block of zeros
/// encrypted, or of the SHA-1 of keys that are not for a cipher (section 6.8.2).
final class CheckValue {
    private static final int LENGTH = 3;
    private static final byte[] ABSENT = {};

    private CheckValue() {}

    static byte[] of(Crypto crypto, AttributeMap key) {
        if (key.ulong(Cka.CLASS, -1) != Cko.SECRET_KEY || !key.has(Cka.VALUE)) {
            return ABSENT;
        }
        byte[] value = key.bytes(Cka.VALUE);
        long type = key.ulong(Cka.KEY_TYPE, -1);
        if (type == Ckk.AES) {
            return firstOf(encryptedZeros(crypto, value));
        }
        return SecretKeyType.of(type)
                .filter(SecretKeyType::isAnyLength)
                .map(known -> firstOf(crypto.digest("SHA-1").digest(value)))
                .orElse(ABSENT);
    }

    private static byte[] encryptedZeros(Crypto crypto, byte[] value) {
        try {
            Cipher cipher = crypto.cipher("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(value, "AES"));
            return cipher.doFinal(new byte[cipher.getBlockSize()]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] firstOf(byte[] bytes) {
        return Arrays.copyOf(bytes, LENGTH);
    }
}
