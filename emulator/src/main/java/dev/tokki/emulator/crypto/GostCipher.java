package dev.tokki.emulator.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.GOST28147Engine;
import org.bouncycastle.crypto.modes.GCFBBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithSBox;
import org.bouncycastle.jcajce.spec.GOST28147ParameterSpec;
import org.bouncycastle.util.Pack;

/// GOST 28147-89 with a parameter set: its ciphers, and the wrapping of its keys (RFC 4357, 6).
///
/// @param set the parameter set
public record GostCipher(GostSet set) {
    private static final int BLOCK = 8;
    private static final int KEY = 32;
    private static final int MAC = 4;
    private static final String NAME = "GOST28147";

    /// {@return the cipher in electronic code book mode, initialised}
    public Cipher ecb(Crypto crypto, int direction, byte[] key) {
        return ready(crypto, "ECB", direction, key, new GOST28147ParameterSpec(set.box()));
    }

    /// {@return the cipher in the mode of the set, initialised}
    public Cipher stream(Crypto crypto, int direction, byte[] key, byte[] vector) {
        return ready(
                crypto,
                set.isCounter() ? "GOFB" : "GCFB",
                direction,
                key,
                new GOST28147ParameterSpec(set.box(), vector));
    }

    private static Cipher ready(Crypto crypto, String mode, int direction, byte[] key, GOST28147ParameterSpec spec) {
        Cipher cipher = crypto.cipher(NAME + "/" + mode + "/NoPadding");
        try {
            cipher.init(direction, new SecretKeySpec(key, NAME), spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return cipher;
    }

    /// {@return a key encrypted, and its MAC behind it (RFC 4357, 6.1)}
    ///
    /// @param vector what the MAC begins with
    public byte[] wrap(Crypto crypto, byte[] wrappingKey, byte[] vector, byte[] key) {
        byte[] wrapped = Arrays.copyOf(whole(ecb(crypto, Cipher.ENCRYPT_MODE, wrappingKey), key), KEY + MAC);
        System.arraycopy(mac(wrappingKey, vector, key), 0, wrapped, KEY, MAC);
        return wrapped;
    }

    /// {@return the key; nothing where its MAC is wrong}
    public Optional<byte[]> unwrap(Crypto crypto, byte[] wrappingKey, byte[] vector, byte[] wrapped) {
        byte[] key = whole(ecb(crypto, Cipher.DECRYPT_MODE, wrappingKey), Arrays.copyOf(wrapped, KEY));
        boolean isRight =
                MessageDigest.isEqual(mac(wrappingKey, vector, key), Arrays.copyOfRange(wrapped, KEY, wrapped.length));
        return isRight ? Optional.of(key) : Optional.empty();
    }

    private byte[] mac(byte[] key, byte[] vector, byte[] data) {
        GostMac mac = new GostMac(set, key, vector);
        mac.update(data);
        return mac.finish();
    }

    /// {@return a key made of a key and user key material, eight bytes (RFC 4357, 6.5)}
    public byte[] diversified(byte[] key, byte[] material) {
        byte[] made = key.clone();
        for (byte choice : material) {
            int chosen = 0;
            int others = 0;
            for (int i = 0; i < BLOCK; i++) {
                int part = Pack.littleEndianToInt(made, MAC * i);
                if (((choice >> i) & 1) != 0) {
                    chosen += part;
                } else {
                    others += part;
                }
            }
            byte[] vector = Arrays.copyOf(Pack.intToLittleEndian(chosen), BLOCK);
            Pack.intToLittleEndian(others, vector, MAC);
            made = feedback(made, vector);
        }
        return made;
    }

    private byte[] feedback(byte[] key, byte[] vector) {
        GCFBBlockCipher cipher = new GCFBBlockCipher(new GOST28147Engine());
        cipher.init(true, new ParametersWithIV(new ParametersWithSBox(new KeyParameter(key), set.box()), vector));
        byte[] encrypted = new byte[key.length];
        cipher.processBytes(key, 0, key.length, encrypted, 0);
        return encrypted;
    }

    private static byte[] whole(Cipher cipher, byte[] data) {
        try {
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
