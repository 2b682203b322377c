package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Iterator;

/// Generates RSA key pairs.
public final class RsaPairs {
    private RsaPairs() {}

    /// {@return the private key of a new pair, which holds the public one}
    ///
    /// @param bits the length of the modulus
    /// @param exponent the public exponent, odd and at least 3
    public static RSAPrivateCrtKey generate(Crypto crypto, int bits, BigInteger exponent) {
        // One after the other: the later ones are not even loaded while the first takes the exponent.
        Iterator<KeyPairGenerator> generators = crypto.keyPairGenerators("RSA").iterator();
        while (generators.hasNext()) {
            KeyPairGenerator generator = generators.next();
            try {
                generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), crypto.random());
                return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            } catch (InvalidAlgorithmParameterException refused) {
                // The JDK takes exponents of 64 bits at most; the next provider takes longer ones.
            }
        }
        throw new IllegalStateException("no provider makes RSA keys of " + bits + " bits with this exponent");
    }
}
