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
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
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

    private static final int LONGEST_ACCELERATED_EXPONENT = 32;

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
    public static RsaKey<PublicKey> ofPublic(Crypto crypto, RSAPublicKeySpec spec) throws InvalidKeySpecException {
        return of(able(crypto, spec.getPublicExponent()), factory -> factory.generatePublic(spec));
    }

    /// {@return a private key that tells the numbers of the Chinese remainder theorem}
    ///
    /// @throws InvalidKeySpecException if no provider takes it
    public static RsaKey<PrivateKey> ofPrivate(Crypto crypto, RSAPrivateCrtKeySpec spec)
            throws InvalidKeySpecException {
        return of(able(crypto, spec.getPublicExponent()), factory -> factory.generatePrivate(spec));
    }

    /// {@return a private key of modulus and exponent only}
    ///
    /// @throws InvalidKeySpecException if no provider takes it
    public static RsaKey<PrivateKey> ofPrivate(Crypto crypto, RSAPrivateKeySpec spec) throws InvalidKeySpecException {
        // The accelerator could not blind the operation.
        return of(crypto.pureJava(), factory -> factory.generatePrivate(spec));
    }

    /// {@return the private key of an encoding, for its numbers}
    ///
    /// @throws InvalidKeySpecException if no provider takes it
    public static RsaKey<PrivateKey> ofPrivate(Crypto crypto, PKCS8EncodedKeySpec spec) throws InvalidKeySpecException {
        return of(crypto.pureJava(), factory -> factory.generatePrivate(spec));
    }

    /// The accelerator takes keys of long exponents and then verifies nothing by them.
    private static Crypto able(Crypto crypto, BigInteger exponent) {
        return exponent.bitLength() <= LONGEST_ACCELERATED_EXPONENT ? crypto : crypto.pureJava();
    }

    private static <K extends Key> RsaKey<K> of(Crypto crypto, Parser<K> parser) throws InvalidKeySpecException {
        InvalidKeySpecException refused = new InvalidKeySpecException("no provider has RSA");
        // One after the other: the later ones are not even loaded while the first takes the key.
        Iterator<Crypto.Offered<KeyFactory>> factories =
                crypto.keyFactories("RSA").iterator();
        while (factories.hasNext()) {
            Crypto.Offered<KeyFactory> factory = factories.next();
            try {
                K key = parser.parse(factory.algorithm());
                return new RsaKey<>(factory.crypto(), key, ((RSAKey) key).getModulus());
            } catch (InvalidKeySpecException e) {
                refused = e;
            } catch (IllegalArgumentException e) {
                // So says Bouncy Castle of a modulus that cannot be one.
                refused = new InvalidKeySpecException(e);
            }
        }
        throw refused;
    }

    /// {@return the key as the provider has it}
    public K key() {
        return key;
    }

    /// {@return the key, used on account of somebody else}
    ///
    /// @param other computes by the same sources
    public RsaKey<K> by(Crypto other) {
        return new RsaKey<>(crypto.narrowed(other), key, modulus);
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
        // Providers differ: some take whole blocks only, some leave leading zeros out.
        byte[] whole = new byte[length()];
        System.arraycopy(block, 0, whole, whole.length - block.length, block.length);
        byte[] result = cipher.doFinal(whole);
        if (result.length == whole.length) {
            return result;
        }
        Arrays.fill(whole, (byte) 0);
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
