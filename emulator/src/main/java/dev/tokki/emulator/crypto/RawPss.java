package dev.tokki.emulator.crypto;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PSSSigner;

/// RSASSA-PSS over a hash that somebody else made, which the JDK cannot do: the block is Bouncy Castle's, the
/// bare RSA operation the provider's.
///
/// @param hash JCA's name of the hash of the data
/// @param mgf JCA's name of the hash of the mask generation function
/// @param saltLength length of the salt in bytes
public record RawPss(String hash, String mgf, int saltLength) {
    private static final byte TRAILER = (byte) 0xBC;

    /// {@return a signature over a hash}
    public byte[] sign(RsaKey<PrivateKey> key, byte[] hashed, SecureRandom random) {
        PSSSigner signer = signer(key);
        signer.init(true, new ParametersWithRandom(BareRsa.parameters(key, true), random));
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
        signer.init(false, BareRsa.parameters(key, false));
        signer.update(hashed, 0, hashed.length);
        return signer.verifySignature(signature);
    }

    private PSSSigner signer(RsaKey<?> key) {
        return PSSSigner.createRawSigner(
                new BareRsa(key), LightDigests.of(hash), LightDigests.of(mgf), saltLength, TRAILER);
    }
}
