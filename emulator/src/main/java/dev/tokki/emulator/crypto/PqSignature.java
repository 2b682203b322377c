package dev.tokki.emulator.crypto;

import java.security.SecureRandom;
import java.util.Optional;

/// A parameter set of a post-quantum signature (FIPS 204 or FIPS 205), over messages already put into its form: the
/// domain, the context, and the message or its hash.
public interface PqSignature {
    /// {@return the standard's name}
    String label();

    /// {@return the object identifier, in dotted form}
    String oid();

    /// {@return the length of a public key in bytes}
    int publicLength();

    /// {@return the length of a private key in bytes}
    int privateLength();

    /// {@return the length of a signature in bytes}
    int signatureLength();

    /// {@return the length of a seed that a private key grows of, or 0}
    int seedLength();

    /// {@return a new private key, as long as the standard says, or its seed where there are seeds}
    byte[] generate(SecureRandom random);

    /// {@return the private key that grows of a seed}
    byte[] grown(byte[] seed);

    /// {@return the public key of a private one; nothing where it is not one}
    Optional<byte[]> publicKey(byte[] privateKey);

    /// {@return whether bytes are a public key}
    boolean isPublicKey(byte[] publicKey);

    /// {@return a private key made ready to sign}
    Signing signing(byte[] privateKey);

    /// {@return a public key made ready to verify}
    Verifying verifying(byte[] publicKey);

    /// {@return a private key made ready to sign, by a provider where one is faster}
    default Signing signing(Crypto crypto, byte[] privateKey) {
        return signing(privateKey);
    }

    /// {@return a public key made ready to verify, by a provider where one is faster}
    default Verifying verifying(Crypto crypto, byte[] publicKey) {
        return verifying(publicKey);
    }

    /// A private key.
    @FunctionalInterface
    interface Signing {
        /// {@return a signature}
        ///
        /// @param random hedges it; nothing for a deterministic one
        byte[] sign(byte[] formed, Optional<SecureRandom> random);
    }

    /// A public key.
    @FunctionalInterface
    interface Verifying {
        /// {@return whether a signature is right}
        boolean verify(byte[] formed, byte[] signature);
    }
}
