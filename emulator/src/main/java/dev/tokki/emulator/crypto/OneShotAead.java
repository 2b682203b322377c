package dev.tokki.emulator.crypto;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.AEADCipher;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Authenticated encryption of short messages at once, by Bouncy Castle: keys of 32 bytes, nonces of 12, tags of 16
/// behind the data.
public enum OneShotAead {
    /// AES-256-GCM.
    AES_GCM(() -> GCMBlockCipher.newInstance(AESEngine.newInstance())),
    /// ChaCha20-Poly1305.
    CHACHA20_POLY1305(ChaCha20Poly1305::new);

    public static final int KEY = 32;
    public static final int NONCE = 12;
    public static final int TAG = 16;

    private final Supplier<AEADCipher> cipher;

    OneShotAead(Supplier<AEADCipher> cipher) {
        this.cipher = cipher;
    }

    /// {@return the data encrypted, and the tag}
    public byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] data) {
        try {
            return run(true, key, nonce, associated, data);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return the data; nothing where the tag does not fit}
    public Optional<byte[]> open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
        if (sealed.length < TAG) {
            return Optional.empty();
        }
        try {
            return Optional.of(run(false, key, nonce, associated, sealed));
        } catch (InvalidCipherTextException wrong) {
            return Optional.empty();
        }
    }

    private byte[] run(boolean forEncryption, byte[] key, byte[] nonce, byte[] associated, byte[] data)
            throws InvalidCipherTextException {
        AEADCipher running = cipher.get();
        running.init(forEncryption, new AEADParameters(new KeyParameter(key), TAG * Byte.SIZE, nonce, associated));
        byte[] out = new byte[running.getOutputSize(data.length)];
        int written = running.processBytes(data, 0, data.length, out, 0);
        written += running.doFinal(out, written);
        return Arrays.copyOf(out, written);
    }
}
