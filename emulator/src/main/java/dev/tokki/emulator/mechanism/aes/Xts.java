package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.work.CollectingCipher;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// AES-XTS (IEEE 1619, NIST SP 800-38E), section 6.15.4, which no provider has: each block is masked before and after
/// its encryption by a tweak, which doubles in GF(2^128) from block to block; a short last block steals from the one
/// before it.
final class Xts {
    private static final String SECTION = "6.15.4";
    private static final int BLOCK = AesMechanisms.BLOCK;
    private static final KeyRule KEYS = KeyRule.secret(KeySize.bytes(32, 64), Ckk.AES_XTS);

    private Xts() {}

    static Declaration<?> declaration(long mechanism) {
        return Wraps.secretKeys(BLOCK, SECTION)
                .of(
                        Declaration.of(mechanism, SECTION, KEYS, ParameterRule.iv(BLOCK, SECTION)),
                        (crypto, unit, key) -> new CollectingCipher(
                                length -> length,
                                data -> transformed(
                                        crypto, key, unit, CiphertextStealing.checked(data, true, SECTION), true)),
                        (crypto, unit, key) -> new CollectingCipher(
                                length -> length,
                                data -> transformed(
                                        crypto, key, unit, CiphertextStealing.checked(data, false, SECTION), false)));
    }

    private static byte[] transformed(Crypto crypto, KeyView key, byte[] unit, byte[] data, boolean isEncryption) {
        byte[] value = key.attributes().bytes(Cka.VALUE);
        int half = value.length / 2;
        try {
            byte[] tweak = ecb(crypto, Cipher.ENCRYPT_MODE, value, half, half).doFinal(unit);
            int direction = isEncryption ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
            return transformed(ecb(crypto, direction, value, 0, half), tweak, data, isEncryption);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] transformed(Cipher cipher, byte[] first, byte[] data, boolean isEncryption)
            throws GeneralSecurityException {
        int rest = data.length % BLOCK;
        int plain = rest == 0 ? data.length : data.length - rest - BLOCK;
        byte[] result = new byte[data.length];
        byte[] tweak = first.clone();
        for (int at = 0; at < plain; at += BLOCK) {
            block(cipher, tweak, data, at, result, at);
            doubled(tweak);
        }
        if (rest == 0) {
            return result;
        }
        byte[] next = tweak.clone();
        doubled(next);
        // The last whole block goes first under the later tweak when it is decrypted.
        byte[] whole = new byte[BLOCK];
        block(cipher, isEncryption ? tweak : next, data, plain, whole, 0);
        byte[] last = Arrays.copyOf(Arrays.copyOfRange(data, plain + BLOCK, data.length), BLOCK);
        System.arraycopy(whole, rest, last, rest, BLOCK - rest);
        System.arraycopy(whole, 0, result, plain + BLOCK, rest);
        block(cipher, isEncryption ? next : tweak, last, 0, result, plain);
        return result;
    }

    private static void block(Cipher cipher, byte[] tweak, byte[] in, int from, byte[] out, int to)
            throws GeneralSecurityException {
        byte[] masked = Arrays.copyOfRange(in, from, from + BLOCK);
        mask(masked, tweak);
        byte[] done = cipher.doFinal(masked);
        mask(done, tweak);
        System.arraycopy(done, 0, out, to, BLOCK);
    }

    private static void mask(byte[] block, byte[] tweak) {
        for (int i = 0; i < BLOCK; i++) {
            block[i] ^= tweak[i];
        }
    }

    /// The first byte is the least significant.
    private static void doubled(byte[] tweak) {
        int carry = 0;
        for (int i = 0; i < BLOCK; i++) {
            int shifted = (tweak[i] & 0xFF) << 1 | carry;
            tweak[i] = (byte) shifted;
            carry = shifted >> 8;
        }
        if (carry != 0) {
            tweak[0] ^= (byte) 0x87;
        }
    }

    private static Cipher ecb(Crypto crypto, int direction, byte[] value, int from, int length)
            throws GeneralSecurityException {
        Cipher cipher = crypto.cipher("AES/ECB/NoPadding");
        cipher.init(direction, new SecretKeySpec(value, from, length, "AES"));
        return cipher;
    }
}
