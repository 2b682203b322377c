package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Iterator;

/// Generates RSA key pairs.
public final class RsaPairs {
    private static final BigInteger ONE = BigInteger.ONE;

    private RsaPairs() {}

    /// {@return the private key of a new pair, which holds the public one}
    ///
    /// @param bits the length of the modulus
    /// @param exponent the public exponent, odd and at least 3
    public static RSAPrivateCrtKey generate(Crypto crypto, int bits, BigInteger exponent) {
        // One after the other: the later ones are not even loaded while the first takes the exponent.
        Iterator<Crypto.Offered<KeyPairGenerator>> generators =
                crypto.keyPairGenerators("RSA").iterator();
        while (generators.hasNext()) {
            KeyPairGenerator generator = generators.next().algorithm();
            try {
                generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), crypto.random());
                RSAPrivateCrtKey key =
                        (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
                crypto.note(Service.KEY_PAIR_GENERATOR, "RSA", generator.getProvider());
                return key;
            } catch (InvalidAlgorithmParameterException refused) {
                // The JDK takes exponents of 64 bits at most; the next provider takes longer ones.
            }
        }
        throw new IllegalStateException("no provider makes RSA keys of " + bits + " bits with this exponent");
    }

    /// {@return the private key of a new pair of strong primes, as ANSI X9.31 wants them}
    ///
    /// @param bits the length of the modulus, a multiple of 2
    /// @param exponent the public exponent, odd and at least 3
    public static RSAPrivateCrtKey generateStrong(Crypto crypto, int bits, BigInteger exponent) {
        StrongPrimes primes = new StrongPrimes(bits, exponent, crypto.random());
        StrongPrimes.Strong first = primes.first();
        BigInteger one = first.prime();
        BigInteger other = primes.second(first).prime();
        BigInteger p = one.max(other);
        BigInteger q = one.min(other);
        BigInteger p1 = p.subtract(ONE);
        BigInteger q1 = q.subtract(ONE);
        BigInteger secret = exponent.modInverse(p1.divide(p1.gcd(q1)).multiply(q1));
        try {
            return (RSAPrivateCrtKey) RsaKey.ofPrivate(
                            crypto.pureJava(),
                            new RSAPrivateCrtKeySpec(
                                    p.multiply(q),
                                    exponent,
                                    secret,
                                    p,
                                    q,
                                    secret.mod(p1),
                                    secret.mod(q1),
                                    q.modInverse(p)))
                    .key();
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }
}
