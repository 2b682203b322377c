package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.crypto.KEM;

/// An encapsulation key of ML-KEM that a provider took (the JDK's, from 24 on).
///
/// @param crypto gives random bytes
/// @param kem the provider's algorithm
/// @param key the provider's form of the key
record MlKemOfProvider(Crypto crypto, KEM kem, PublicKey key) implements MlKem.PublicKey {
    /// {@return the key, if there is a provider that takes it}
    static Optional<MlKemOfProvider> of(Crypto crypto, MlKem set, byte[] key) {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(KeyInfo.of(set.oid(), key));
        return crypto.kem(set.label())
                .flatMap(kem -> crypto.keyFactories(set.label())
                        .findFirst()
                        .flatMap(factory -> parsed(factory.algorithm(), spec))
                        .map(parsed -> new MlKemOfProvider(crypto, kem, parsed)));
    }

    private static Optional<PublicKey> parsed(KeyFactory factory, X509EncodedKeySpec spec) {
        try {
            return Optional.of(factory.generatePublic(spec));
        } catch (InvalidKeySpecException refused) {
            return Optional.empty();
        }
    }

    @Override
    public MlKem.Encapsulated encapsulate() {
        try {
            KEM.Encapsulated made = kem.newEncapsulator(key, crypto.random()).encapsulate();
            return new MlKem.Encapsulated(Bytes.of(made.key().getEncoded()), Bytes.of(made.encapsulation()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
