package dev.tokki.emulator.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.Wrapper;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.engines.RFC5649WrapEngine;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/// AES key wrap by Bouncy Castle, where no provider has it as a cipher.
final class LightKeyWrap {
    private LightKeyWrap() {}

    static byte[] wrap(AesKeyWrap mode, Key key, byte[] iv, byte[] input) {
        byte[] data = mode == AesKeyWrap.PKCS7 ? padded(input) : input;
        return wrapper(mode, true, key, iv).wrap(data, 0, data.length);
    }

    static byte[] unwrap(AesKeyWrap mode, Key key, byte[] iv, byte[] wrapped) throws GeneralSecurityException {
        try {
            byte[] data = wrapper(mode, false, key, iv).unwrap(wrapped, 0, wrapped.length);
            return mode == AesKeyWrap.PKCS7
                    ? Arrays.copyOf(data, data.length - new PKCS7Padding().padCount(data))
                    : data;
        } catch (InvalidCipherTextException e) {
            throw new BadPaddingException(e.getMessage());
        }
    }

    private static Wrapper wrapper(AesKeyWrap mode, boolean forWrapping, Key key, byte[] iv) {
        Wrapper wrapper = mode == AesKeyWrap.PADDED
                ? new RFC5649WrapEngine(AESEngine.newInstance())
                : new RFC3394WrapEngine(AESEngine.newInstance());
        wrapper.init(forWrapping, new ParametersWithIV(new KeyParameter(key.getEncoded()), iv));
        return wrapper;
    }

    private static byte[] padded(byte[] input) {
        int semiblock = AesKeyWrap.SEMIBLOCK;
        byte[] padded = Arrays.copyOf(input, (input.length / semiblock + 1) * semiblock);
        Arrays.fill(padded, input.length, padded.length, (byte) (padded.length - input.length));
        return padded;
    }
}
