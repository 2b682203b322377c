package dev.tokki.emulator.state;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what leaves a token as a saved state, with a key that the token has as long as it is not initialised anew:
/// nobody else can read a state (it holds data) or make one.
public final class StateSeal {
    private static final byte[] MAGIC = {'T', 'K', 'S', 1};
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /// @param key 32 bytes, the token's own
    /// @param random where nonces come from
    public StateSeal(byte[] key, SecureRandom random) {
        this.random = random;
        this.key = new SecretKeySpec(key, "AES");
    }

    /// {@return a state sealed}
    public byte[] seal(byte[] state) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(state);
            return ByteBuffer.allocate(MAGIC.length + NONCE + sealed.length)
                    .put(MAGIC)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the state, if these bytes were sealed here}
    public Optional<byte[]> open(byte[] sealed) {
        int start = MAGIC.length + NONCE;
        if (sealed.length < start + TAG_BITS / 8
                || !ByteBuffer.wrap(sealed, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, MAGIC.length, nonce, 0, NONCE);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, start, sealed.length - start));
        } catch (AEADBadTagException foreign) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(MAGIC);
        return cipher;
    }
}
