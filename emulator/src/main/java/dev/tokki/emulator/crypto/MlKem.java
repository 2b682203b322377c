package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/// The parameter sets of ML-KEM (FIPS 203). The JDK encapsulates and decapsulates where it can, in half to two thirds
/// of the time; Bouncy Castle does the rest.
public enum MlKem {
    /// ML-KEM-512.
    ML_KEM_512("ML-KEM-512", "2.16.840.1.101.3.4.4.1", 800, 1632, 768),
    /// ML-KEM-768.
    ML_KEM_768("ML-KEM-768", "2.16.840.1.101.3.4.4.2", 1184, 2400, 1088),
    /// ML-KEM-1024.
    ML_KEM_1024("ML-KEM-1024", "2.16.840.1.101.3.4.4.3", 1568, 3168, 1568);

    /// The length of a seed, _d_ and _z_, in bytes.
    public static final int SEED = 64;
    /// The length of a shared secret in bytes.
    public static final int SECRET = 32;

    private final String label;
    private final String oid;
    private final int publicLength;
    private final int privateLength;
    private final int ciphertextLength;

    MlKem(String label, String oid, int publicLength, int privateLength, int ciphertextLength) {
        this.label = label;
        this.oid = oid;
        this.publicLength = publicLength;
        this.privateLength = privateLength;
        this.ciphertextLength = ciphertextLength;
    }

    /// A secret and what the owner of the private key makes it of.
    public record Encapsulated(Bytes secret, Bytes ciphertext) {}

    /// An encapsulation key.
    @FunctionalInterface
    public interface PublicKey {
        /// {@return a secret for the owner of the decapsulation key}
        Encapsulated encapsulate();
    }

    /// A decapsulation key.
    @FunctionalInterface
    public interface PrivateKey {
        /// {@return the secret in a ciphertext of the right length; of a wrong ciphertext another secret}
        byte[] decapsulate(byte[] ciphertext);
    }

    /// Asked for when they are needed: naming a mechanism loads no Bouncy Castle.
    private MLKEMParameters parameters() {
        return switch (this) {
            case ML_KEM_512 -> MLKEMParameters.ml_kem_512;
            case ML_KEM_768 -> MLKEMParameters.ml_kem_768;
            case ML_KEM_1024 -> MLKEMParameters.ml_kem_1024;
        };
    }

    /// {@return the standard's name}
    public String label() {
        return label;
    }

    /// {@return the object identifier}
    public String oid() {
        return oid;
    }

    /// {@return the length of an encapsulation key in bytes}
    public int publicLength() {
        return publicLength;
    }

    /// {@return the length of a decapsulation key in bytes}
    public int privateLength() {
        return privateLength;
    }

    /// {@return the length of a ciphertext in bytes}
    public int ciphertextLength() {
        return ciphertextLength;
    }

    /// {@return the decapsulation key of a seed}
    public byte[] privateKey(byte[] seed) {
        return new MLKEMPrivateKeyParameters(parameters(), seed)
                .withPreferredFormat(MLKEMPrivateKeyParameters.EXPANDED_KEY)
                .getEncoded();
    }

    /// {@return the encapsulation key that a decapsulation key holds}
    public byte[] publicKey(byte[] privateKey) {
        int from = privateLength - SECRET - SECRET - publicLength;
        return Arrays.copyOfRange(privateKey, from, from + publicLength);
    }

    /// {@return whether bytes are an encapsulation key: of the right length, and each coefficient below the
    /// modulus (FIPS 203, section 7.2)}
    public boolean isPublicKey(byte[] key) {
        return key.length == publicLength && parsed(key).isPresent();
    }

    /// {@return whether bytes are a decapsulation key: of the right length, and holding the hash of the
    /// encapsulation key they hold (FIPS 203, section 7.3)}
    public boolean isPrivateKey(byte[] key) {
        if (key.length != privateLength || !isPublicKey(publicKey(key))) {
            return false;
        }
        try {
            return new MLKEMPrivateKeyParameters(parameters(), key).getPublicKey().length == publicLength;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    /// {@return an encapsulation key made ready}
    public PublicKey encapsulating(Crypto crypto, byte[] key) {
        return MlKemOfProvider.encapsulating(crypto, this, key)
                .orElseGet(() -> Light.encapsulating(crypto, parsed(key).orElseThrow()));
    }

    /// {@return a decapsulation key made ready}
    public PrivateKey decapsulating(Crypto crypto, byte[] key) {
        return MlKemOfProvider.decapsulating(crypto, this, key).orElseGet(() -> Light.decapsulating(parameters(), key));
    }

    /// Apart, so that naming the parameter sets loads nothing of Bouncy Castle.
    private static final class Light {
        static PublicKey encapsulating(Crypto crypto, MLKEMPublicKeyParameters key) {
            return () -> {
                SecretWithEncapsulation made = new MLKEMGenerator(crypto.random()).generateEncapsulated(key);
                return new Encapsulated(Bytes.of(made.getSecret()), Bytes.of(made.getEncapsulation()));
            };
        }

        static PrivateKey decapsulating(MLKEMParameters set, byte[] key) {
            MLKEMPrivateKeyParameters parameters = new MLKEMPrivateKeyParameters(set, key);
            return ciphertext -> new MLKEMExtractor(parameters).extractSecret(ciphertext);
        }
    }

    private Optional<MLKEMPublicKeyParameters> parsed(byte[] key) {
        try {
            return Optional.of(new MLKEMPublicKeyParameters(parameters(), key));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
