package dev.tokki.emulator.crypto;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/// Keys of ML-KEM and ML-DSA in a provider's form (the JDK has both from 24 on).
final class PqKeyOfProvider {
    private PqKeyOfProvider() {}

    /// {@return a public key, if there is a provider that takes it}
    ///
    /// @param label the standard's name of the parameter set
    /// @param oid its object identifier
    static Optional<PublicKey> publicKey(Crypto crypto, String label, String oid, byte[] key) {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(KeyInfo.of(oid, key));
        return parsed(crypto, label, factory -> factory.generatePublic(spec));
    }

    /// {@return an expanded private key, if there is a provider that takes it}
    ///
    /// @param label the standard's name of the parameter set
    /// @param oid its object identifier
    static Optional<PrivateKey> privateKey(Crypto crypto, String label, String oid, byte[] key) {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(KeyInfo.ofPrivate(oid, key));
        return parsed(crypto, label, factory -> factory.generatePrivate(spec));
    }

    @FunctionalInterface
    private interface Parsing<K> {
        K by(KeyFactory factory) throws InvalidKeySpecException;
    }

    private static <K> Optional<K> parsed(Crypto crypto, String label, Parsing<K> parsing) {
        return crypto.keyFactories(label).findFirst().flatMap(offered -> {
            try {
                return Optional.of(parsing.by(offered.algorithm()));
            } catch (InvalidKeySpecException refused) {
                return Optional.empty();
            }
        });
    }
}
