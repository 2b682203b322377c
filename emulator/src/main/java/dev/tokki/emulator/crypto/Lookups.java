package dev.tokki.emulator.crypto;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;

/// What a provider needs to have for an algorithm. Names with a curve in them are ours: providers have one name for
/// all.
final class Lookups {
    private static final String ON = " on ";

    private Lookups() {}

    /// {@return how a provider is asked}
    ///
    /// @param algorithm our name of it, which mostly is JCA's
    static Crypto.Lookup<?> of(Service service, String algorithm) {
        return switch (service) {
            case CIPHER -> provider -> Cipher.getInstance(algorithm, provider);
            case DIGEST -> provider -> MessageDigest.getInstance(algorithm, provider);
            case KEM -> provider -> KEM.getInstance(algorithm, provider);
            case KEY_AGREEMENT -> provider -> KeyAgreement.getInstance(beforeCurve(algorithm), provider);
            case KEY_FACTORY -> provider -> KeyFactory.getInstance(algorithm, provider);
            case KEY_PAIR_GENERATOR -> provider -> KeyPairGenerator.getInstance(beforeCurve(algorithm), provider);
            case MAC -> provider -> Mac.getInstance(algorithm, provider);
            case RANDOM -> provider -> SecureRandom.getInstance(algorithm, provider);
            case SIGNATURE -> signature(algorithm);
        };
    }

    private static Crypto.Lookup<?> signature(String algorithm) {
        if (algorithm.startsWith("Ed")) {
            return provider -> {
                // Both are needed: not every provider that signs takes keys.
                KeyFactory.getInstance(algorithm, provider);
                return Signature.getInstance(algorithm, provider);
            };
        }
        String name = algorithm.contains(ON) ? "NONEwith" + beforeCurve(algorithm) : algorithm;
        return provider -> Signature.getInstance(name, provider);
    }

    private static String beforeCurve(String algorithm) {
        return algorithm.split(ON)[0];
    }
}
