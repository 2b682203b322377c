package dev.tokki.emulator.mechanism.aes;

import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.ByteForByte;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/// AES in cipher feedback mode by single bits (NIST SP 800-38A, 6.3), which no provider has: each bit is encrypted
/// with the first bit of an encrypted shift register. Section 6.10.8.
final class BitFeedback implements ByteForByte {
    private final Cipher cipher;
    private final byte[] register;
    private final byte[] output;
    private final boolean isEncryption;

    private BitFeedback(Crypto crypto, KeyView key, byte[] iv, boolean isEncryption) {
        this.cipher = crypto.cipher("AES/ECB/NoPadding");
        this.register = iv.clone();
        this.output = new byte[iv.length];
        this.isEncryption = isEncryption;
        try {
            cipher.init(Cipher.ENCRYPT_MODE, SecretKeys.of(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Declaration<?> declaration(long mechanism, String section) {
        return Wraps.allKeys(1, section)
                .of(
                        Declaration.of(
                                mechanism, section, AesMechanisms.KEYS, ParameterRule.iv(AesMechanisms.BLOCK, section)),
                        (crypto, iv, key) -> new BitFeedback(crypto, key, iv, true),
                        (crypto, iv, key) -> new BitFeedback(crypto, key, iv, false));
    }

    @Override
    public byte[] update(byte[] input) {
        byte[] result = new byte[input.length];
        for (int bit = 0; bit < 8 * input.length; bit++) {
            int in = (input[bit / 8] >> (7 - bit % 8)) & 1;
            int out = in ^ keyBit();
            result[bit / 8] |= (byte) (out << (7 - bit % 8));
            shiftIn(isEncryption ? out : in);
        }
        return result;
    }

    private int keyBit() {
        try {
            cipher.update(register, 0, register.length, output);
        } catch (ShortBufferException e) {
            throw new IllegalStateException(e);
        }
        return (output[0] >> 7) & 1;
    }

    private void shiftIn(int bit) {
        for (int i = 0; i < register.length; i++) {
            int next = i + 1 < register.length ? (register[i + 1] >> 7) & 1 : bit;
            register[i] = (byte) (register[i] << 1 | next);
        }
    }
}
