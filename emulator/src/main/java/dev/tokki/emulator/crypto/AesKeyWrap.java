package dev.tokki.emulator.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// The modes of NIST SP 800-38F: AES key wrap.
public enum AesKeyWrap {
    /// KW, without padding: input of at least two semiblocks.
    PLAIN("AES/KW/NoPadding", 8),
    /// KW over input padded after PKCS #7 to semiblocks.
    PKCS7("AES/KW/PKCS5Padding", 8),
    /// KWP, which keeps the length of the input (RFC 5649).
    PADDED("AES/KWP/NoPadding", 4);

    /// The length in bytes of what the modes count in.
    public static final int SEMIBLOCK = 8;

    private final String transformation;
    private final int ivLength;

    AesKeyWrap(String transformation, int ivLength) {
        this.transformation = transformation;
        this.ivLength = ivLength;
    }

    /// {@return the standard's own initial value (sections 6.2 and 6.3)}
    public byte[] standardIv() {
        return switch (this) {
            case PLAIN, PKCS7 ->
                new byte[] {
                    (byte) 0xA6,
                    (byte) 0xA6,
                    (byte) 0xA6,
                    (byte) 0xA6,
                    (byte) 0xA6,
                    (byte) 0xA6,
                    (byte) 0xA6,
                    (byte) 0xA6
                };
            case PADDED -> new byte[] {(byte) 0xA6, 0x59, 0x59, (byte) 0xA6};
        };
    }

    /// {@return the length of the initial value in bytes}
    public int ivLength() {
        return ivLength;
    }

    /// {@return the input wrapped}
    public byte[] wrap(Crypto crypto, Key key, byte[] iv, byte[] input) {
        if (!crypto.hasCipher(transformation)) {
            return LightKeyWrap.wrap(this, key, iv, input);
        }
        try {
            return cipher(crypto, Cipher.ENCRYPT_MODE, key, iv).doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the length was checked before", e);
        }
    }

    /// {@return what was wrapped}
    ///
    /// @throws GeneralSecurityException if the integrity check fails
    public byte[] unwrap(Crypto crypto, Key key, byte[] iv, byte[] wrapped) throws GeneralSecurityException {
        return crypto.hasCipher(transformation)
                ? cipher(crypto, Cipher.DECRYPT_MODE, key, iv).doFinal(wrapped)
                : LightKeyWrap.unwrap(this, key, iv, wrapped);
    }

    private Cipher cipher(Crypto crypto, int mode, Key key, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = crypto.cipher(transformation);
        cipher.init(mode, key, new IvParameterSpec(iv));
        return cipher;
    }
}
