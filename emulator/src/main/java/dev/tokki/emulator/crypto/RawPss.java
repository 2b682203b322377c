package dev.tokki.emulator.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

/// RSASSA-PSS over a hash that somebody else made, which the JDK cannot do: the block is Bouncy Castle's, the
/// bare RSA operation the provider's.
///
/// @param hash JCA's name of the hash of the data
/// @param mgf JCA's name of the hash of the mask generation function
/// @param saltLength length of the salt in bytes
public record RawPss(String hash, String mgf, int saltLength) {
    private static final byte TRAILER = (byte) 0xBC;
    private static final BigInteger ANY_EXPONENT = BigInteger.valueOf(65537);

    /// {@return a signature over a hash}
    public byte[] sign(RsaKey<PrivateKey> key, byte[] hashed, SecureRandom random) {
        PSSSigner signer = signer(key);
        signer.init(true, new ParametersWithRandom(modulus(key, true), random));
        signer.update(hashed, 0, hashed.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return whether a signature belongs to a hash}
    public boolean verify(RsaKey<PublicKey> key, byte[] hashed, byte[] signature) {
        PSSSigner signer = signer(key);
        signer.init(false, modulus(key, false));
        signer.update(hashed, 0, hashed.length);
        return signer.verifySignature(signature);
    }

    private PSSSigner signer(RsaKey<?> key) {
        return PSSSigner.createRawSigner(
                new Bare(key), LightDigests.of(hash), LightDigests.of(mgf), saltLength, TRAILER);
    }

    /// The signer reads the length of the modulus off it; the exponent is with the provider.
    private static RSAKeyParameters modulus(RsaKey<?> key, boolean isPrivate) {
        return new RSAKeyParameters(isPrivate, key.modulus(), ANY_EXPONENT, true);
    }

    /// The provider's bare RSA as Bouncy Castle's kind of cipher.
    private record Bare(RsaKey<?> key) implements AsymmetricBlockCipher {
        @Override
        public void init(boolean forEncryption, CipherParameters parameters) {}

        @Override
        public int getInputBlockSize() {
            return key.length();
        }

        @Override
        public int getOutputBlockSize() {
            return key.length();
        }

        @Override
        public byte[] processBlock(byte[] in, int offset, int length) {
            try {
                return key.raw(Arrays.copyOfRange(in, offset, offset + length));
            } catch (GeneralSecurityException e) {
                throw new DataLengthException(e.getMessage());
            }
        }
    }
}
