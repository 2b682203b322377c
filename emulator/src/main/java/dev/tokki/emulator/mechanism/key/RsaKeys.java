package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.stream.LongStream;

/// RSA keys: between attributes (sections 6.1.2 and 6.1.3) and the providers.
public final class RsaKeys {
    /// The attributes that make the fast private operation possible, in the order of PKCS #1.
    private static final long[] CRT = {Cka.PRIME_1, Cka.PRIME_2, Cka.EXPONENT_1, Cka.EXPONENT_2, Cka.COEFFICIENT};

    /// Names under which parsed keys are kept with the key object.
    private record Public(RsaKey<PublicKey> key) {}

    private record Private(RsaKey<PrivateKey> key) {}

    private RsaKeys() {}

    /// {@return the public key, kept with the key object}
    public static RsaKey<PublicKey> publicKey(Crypto crypto, KeyView key) {
        return key.prepared(Public.class, attributes -> new Public(publicKey(crypto, attributes)))
                .key()
                .by(crypto);
    }

    /// {@return the private key, kept with the key object}
    public static RsaKey<PrivateKey> privateKey(Crypto crypto, KeyView key) {
        return key.prepared(Private.class, attributes -> new Private(privateKey(crypto, attributes)))
                .key()
                .by(crypto);
    }

    public static RsaKey<PublicKey> publicKey(Crypto crypto, AttributeMap key) {
        try {
            return RsaKey.ofPublic(
                    crypto, new RSAPublicKeySpec(number(key, Cka.MODULUS), number(key, Cka.PUBLIC_EXPONENT)));
        } catch (InvalidKeySpecException e) {
            throw impossible("6.1.2");
        }
    }

    public static RsaKey<PrivateKey> privateKey(Crypto crypto, AttributeMap key) {
        BigInteger modulus = number(key, Cka.MODULUS);
        BigInteger exponent = number(key, Cka.PRIVATE_EXPONENT);
        try {
            if (!hasCrt(key)) {
                return RsaKey.ofPrivate(crypto, new RSAPrivateKeySpec(modulus, exponent));
            }
            return RsaKey.ofPrivate(
                    crypto,
                    new RSAPrivateCrtKeySpec(
                            modulus,
                            number(key, Cka.PUBLIC_EXPONENT),
                            exponent,
                            number(key, Cka.PRIME_1),
                            number(key, Cka.PRIME_2),
                            number(key, Cka.EXPONENT_1),
                            number(key, Cka.EXPONENT_2),
                            number(key, Cka.COEFFICIENT)));
        } catch (InvalidKeySpecException e) {
            throw impossible("6.1.3");
        }
    }

    /// {@return whether the key has every number of PKCS #1's RSAPrivateKey}
    public static boolean hasCrt(AttributeMap key) {
        return LongStream.concat(LongStream.of(Cka.PUBLIC_EXPONENT), LongStream.of(CRT))
                .allMatch(type -> key.bytes(type).length > 0);
    }

    /// Refuses numbers that cannot be an RSA key. Not by an accelerator: what is a key does not depend on whether there
    /// is one.
    public static void check(Crypto crypto, AttributeMap key) {
        if (key.ulong(Cka.CLASS, -1) == Cko.PUBLIC_KEY) {
            publicKey(crypto.pureJava(), key);
            checkWeakness(key, Cka.PUBLIC_EXPONENT, "6.1.2");
        } else if (key.ulong(Cka.CLASS, -1) == Cko.PRIVATE_KEY) {
            privateKey(crypto.pureJava(), key);
            checkWeakness(key, Cka.PRIVATE_EXPONENT, "6.1.3");
            if (key.bytes(Cka.PUBLIC_EXPONENT).length > 0) {
                checkWeakness(key, Cka.PUBLIC_EXPONENT, "6.1.3");
            }
        }
    }

    /// An exponent of 1 leaves data as they are, an even one has no inverse, as an even modulus is no product of odd
    /// primes.
    private static void checkWeakness(AttributeMap key, long exponentType, String section) {
        BigInteger modulus = number(key, Cka.MODULUS);
        BigInteger exponent = number(key, exponentType);
        boolean isExponent =
                exponent.testBit(0) && exponent.compareTo(BigInteger.ONE) > 0 && exponent.compareTo(modulus) < 0;
        if (!modulus.testBit(0) || !isExponent) {
            throw impossible(section);
        }
    }

    /// {@return the attributes of a private key: class, type and numbers}
    public static List<Attribute> attributes(RSAPrivateCrtKey key) {
        return List.of(
                Attribute.of(Cka.CLASS, Cko.PRIVATE_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.RSA),
                Attribute.of(Cka.MODULUS, key.getModulus()),
                Attribute.of(Cka.PUBLIC_EXPONENT, key.getPublicExponent()),
                Attribute.of(Cka.PRIVATE_EXPONENT, key.getPrivateExponent()),
                Attribute.of(Cka.PRIME_1, key.getPrimeP()),
                Attribute.of(Cka.PRIME_2, key.getPrimeQ()),
                Attribute.of(Cka.EXPONENT_1, key.getPrimeExponentP()),
                Attribute.of(Cka.EXPONENT_2, key.getPrimeExponentQ()),
                Attribute.of(Cka.COEFFICIENT, key.getCrtCoefficient()));
    }

    /// {@return the attributes of the public key that belongs to a private key: class, type and numbers}
    public static List<Attribute> publicAttributes(RSAPrivateCrtKey key) {
        return List.of(
                Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.RSA),
                Attribute.of(Cka.MODULUS, key.getModulus()),
                Attribute.of(Cka.MODULUS_BITS, (long) key.getModulus().bitLength()),
                Attribute.of(Cka.PUBLIC_EXPONENT, key.getPublicExponent()));
    }

    private static BigInteger number(AttributeMap key, long type) {
        return new BigInteger(1, key.bytes(type));
    }

    private static Refusal impossible(String section) {
        return Refusal.of(
                Ckr.ATTRIBUTE_VALUE_INVALID,
                "CKA_MODULUS, CKA_PUBLIC_EXPONENT",
                "These numbers are no RSA key: the modulus must be the product of two odd primes, and each exponent odd, above 1 and"
                        + " below the modulus.",
                section,
                "Pass the numbers of a key as they were generated.");
    }
}
