package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.Iterator;
import javax.crypto.Cipher;

/// An RSA key, public or private, with the provider that took it.
///
/// @param <K> which half
public final class RsaKey<K extends Key> {
    /// Turns a specification into a key.
    @FunctionalInterface
    private interface Parser<K> {
        K parse(KeyFactory factory) throws InvalidKeySpecException;
    }

    private final Crypto crypto;
    private final K key;
    private final BigInteger modulus;

    private RsaKey(Crypto crypto, K key, BigInteger modulus) {
        this.crypto = crypto;
        this.key = key;
        this.modulus = modulus;
    }

    /// {@return a public key}
    ///
    /// @throws InvalidKeySpecException if no provider takes it
    public static RsaKey<PublicKey> ofPublic(Crypto crypto, KeySpec spec) throws InvalidKeySpecException {
        return of(crypto, factory -> factory.generatePublic(spec));
    }

    /// {@return a private key}
    ///
    /// @throws InvalidKeySpecException if no provider takes it
    public static RsaKey<PrivateKey> ofPrivate(Crypto crypto, KeySpec spec) throws InvalidKeySpecException {
        return of(crypto, factory -> factory.generatePrivate(spec));
    }

    private static <K extends Key> RsaKey<K> of(Crypto crypto, Parser<K> parser) throws InvalidKeySpecException {
        InvalidKeySpecException refused = new InvalidKeySpecException("no provider has RSA");
        boolean isFirst = true;
        // One after the other: the later ones are not even loaded while the first takes the key.
        Iterator<KeyFactory> factories = crypto.keyFactories("RSA").iterator();
        while (factories.hasNext()) {
            KeyFactory factory = factories.next();
            try {
                K key = parser.parse(factory);
                Crypto chosen = isFirst ? crypto : crypto.only(factory.getProvider());
                return new RsaKey<>(chosen, key, ((RSAKey) key).getModulus());
            } catch (InvalidKeySpecException e) {
                refused = e;
            } catch (IllegalArgumentException e) {
                // So says Bouncy Castle of a modulus that cannot be one.
                refused = new InvalidKeySpecException(e);
            }
            isFirst = false;
        }
        throw refused;
    }

    /// {@return the key as the provider has it}
    public K key() {
        return key;
    }

    /// {@return the modulus}
    public BigInteger modulus() {
        return modulus;
    }

    /// {@return the length of the modulus in bytes, _k_}
    public int length() {
        return (modulus.bitLength() + 7) / 8;
    }

    /// {@return the bare operation: a number below the modulus to the key's exponent}
    ///
    /// @param block at most [#length] bytes, as a number below the modulus
    /// @return [#length] bytes
    public byte[] raw(byte[] block) throws GeneralSecurityException {
        Cipher cipher = cipher("RSA/ECB/NoPadding", Cipher.ENCRYPT_MODE);
        byte[] result = cipher.doFinal(block);
        // Providers differ: some leave leading zeros out.
        byte[] whole = new byte[length()];
        System.arraycopy(result, 0, whole, whole.length - result.length, result.length);
        return whole;
    }

    /// {@return a cipher with this key}
    public Cipher cipher(String transformation, int mode) throws GeneralSecurityException {
        Cipher cipher = crypto.cipher(transformation);
        cipher.init(mode, key, crypto.random());
        return cipher;
    }

    /// {@return a cipher with this key}
    public Cipher cipher(String transformation, int mode, AlgorithmParameterSpec spec) throws GeneralSecurityException {
        Cipher cipher = crypto.cipher(transformation);
        cipher.init(mode, key, spec, crypto.random());
        return cipher;
    }

    /// {@return the source of random bytes}
    SecureRandom random() {
        return crypto.random();
    }

    /// {@return a signature algorithm, for use with this key}
    public Signature signature(String algorithm) {
        return crypto.signature(algorithm);
    }
}
