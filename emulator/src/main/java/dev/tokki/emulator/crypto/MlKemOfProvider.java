package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.KEM;

/// Keys of ML-KEM that a provider took (the JDK's, from 24 on).
final class MlKemOfProvider {
    private MlKemOfProvider() {}

    /// {@return an encapsulation key, if there is a provider that takes it}
    static Optional<MlKem.PublicKey> encapsulating(Crypto crypto, MlKem set, byte[] key) {
        return crypto.kem(set.label())
                .flatMap(kem -> PqKeyOfProvider.publicKey(crypto, set.label(), set.oid(), key)
                        .map(parsed -> () -> encapsulated(crypto, kem, parsed)));
    }

    /// {@return a decapsulation key, if there is a provider that takes it}
    static Optional<MlKem.PrivateKey> decapsulating(Crypto crypto, MlKem set, byte[] key) {
        return crypto.kem(set.label())
                .flatMap(kem -> PqKeyOfProvider.privateKey(crypto, set.label(), set.oid(), key)
                        .map(parsed -> ciphertext -> decapsulated(kem, parsed, ciphertext)));
    }

    private static MlKem.Encapsulated encapsulated(Crypto crypto, KEM kem, PublicKey key) {
        try {
            KEM.Encapsulated made = kem.newEncapsulator(key, crypto.random()).encapsulate();
            return new MlKem.Encapsulated(Bytes.of(made.key().getEncoded()), Bytes.of(made.encapsulation()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decapsulated(KEM kem, PrivateKey key, byte[] ciphertext) {
        try {
            return kem.newDecapsulator(key).decapsulate(ciphertext).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
