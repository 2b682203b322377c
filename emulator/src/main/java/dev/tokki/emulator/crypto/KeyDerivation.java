package dev.tokki.emulator.crypto;

import org.bouncycastle.crypto.DerivationFunction;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.agreement.kdf.ConcatenationKDFGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;

/// Keys out of an agreed secret, computed by Bouncy Castle.
public enum KeyDerivation {
    /// ANSI X9.63: hash of secret, counter, shared data.
    X963 {
        @Override
        DerivationFunction function(String hash) {
            return new KDF2BytesGenerator(LightDigests.of(hash));
        }
    },
    /// NIST SP 800-56A, 5.8.1.1: hash of counter, secret, shared data.
    SP800_56A {
        @Override
        DerivationFunction function(String hash) {
            return new ConcatenationKDFGenerator(LightDigests.of(hash));
        }
    };

    abstract DerivationFunction function(String hash);

    /// {@return `length` bytes derived}
    ///
    /// @param hash JCA's name of the hash
    public byte[] derive(String hash, byte[] secret, byte[] sharedData, int length) {
        DerivationFunction function = function(hash);
        function.init(new KDFParameters(secret, sharedData));
        byte[] derived = new byte[length];
        function.generateBytes(derived, 0, length);
        return derived;
    }

    /// {@return the hash of two pieces}
    ///
    /// @param hash JCA's name of the hash
    public static byte[] hash(String hash, byte[] first, byte[] second) {
        Digest digest = LightDigests.of(hash);
        digest.update(first, 0, first.length);
        digest.update(second, 0, second.length);
        byte[] made = new byte[digest.getDigestSize()];
        digest.doFinal(made, 0);
        return made;
    }

    /// {@return `length` bytes by HKDF (RFC 5869)}
    ///
    /// @param hash JCA's name of the hash
    /// @param salt empty for as many zeros as the hash is long
    public static byte[] hkdf(String hash, byte[] secret, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(LightDigests.of(hash));
        generator.init(new HKDFParameters(secret, salt.length == 0 ? null : salt, info));
        byte[] derived = new byte[length];
        generator.generateBytes(derived, 0, length);
        return derived;
    }
}
