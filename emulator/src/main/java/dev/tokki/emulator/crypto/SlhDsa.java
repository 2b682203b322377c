package dev.tokki.emulator.crypto;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.SLHDSASigner;

/// The parameter sets of SLH-DSA (FIPS 205), computed by Bouncy Castle.
public enum SlhDsa implements PqSignature {
    SHA2_128S("SLH-DSA-SHA2-128s", 20, 16, 7856),
    SHAKE_128S("SLH-DSA-SHAKE-128s", 26, 16, 7856),
    SHA2_128F("SLH-DSA-SHA2-128f", 21, 16, 17088),
    SHAKE_128F("SLH-DSA-SHAKE-128f", 27, 16, 17088),
    SHA2_192S("SLH-DSA-SHA2-192s", 22, 24, 16224),
    SHAKE_192S("SLH-DSA-SHAKE-192s", 28, 24, 16224),
    SHA2_192F("SLH-DSA-SHA2-192f", 23, 24, 35664),
    SHAKE_192F("SLH-DSA-SHAKE-192f", 29, 24, 35664),
    SHA2_256S("SLH-DSA-SHA2-256s", 24, 32, 29792),
    SHAKE_256S("SLH-DSA-SHAKE-256s", 30, 32, 29792),
    SHA2_256F("SLH-DSA-SHA2-256f", 25, 32, 49856),
    SHAKE_256F("SLH-DSA-SHAKE-256f", 31, 32, 49856);

    /// The standard's algorithms on messages already in their form. Apart, so that naming the parameter sets loads
    /// nothing of Bouncy Castle.
    private static final class Internal extends SLHDSASigner {
        static byte[] generate(SecureRandom random, SLHDSAParameters set) {
            SLHDSAKeyPairGenerator generator = new SLHDSAKeyPairGenerator();
            generator.init(new SLHDSAKeyGenerationParameters(random, set));
            return ((SLHDSAPrivateKeyParameters) generator.generateKeyPair().getPrivate()).getEncoded();
        }

        static Internal signing(SLHDSAPrivateKeyParameters key) {
            Internal signer = new Internal();
            signer.init(true, key);
            return signer;
        }

        static Internal verifying(SLHDSAPublicKeyParameters key) {
            Internal verifier = new Internal();
            verifier.init(false, key);
            return verifier;
        }

        byte[] sign(byte[] formed, byte[] random) {
            return internalGenerateSignature(formed, random);
        }

        boolean verify(byte[] formed, byte[] signature) {
            return internalVerifySignature(formed, signature);
        }
    }

    private final String label;
    private final int arc;
    private final int hashLength;
    private final int signatureLength;

    SlhDsa(String label, int arc, int hashLength, int signatureLength) {
        this.label = label;
        this.arc = arc;
        this.hashLength = hashLength;
        this.signatureLength = signatureLength;
    }

    private SLHDSAParameters parameters() {
        return switch (this) {
            case SHA2_128S -> SLHDSAParameters.sha2_128s;
            case SHAKE_128S -> SLHDSAParameters.shake_128s;
            case SHA2_128F -> SLHDSAParameters.sha2_128f;
            case SHAKE_128F -> SLHDSAParameters.shake_128f;
            case SHA2_192S -> SLHDSAParameters.sha2_192s;
            case SHAKE_192S -> SLHDSAParameters.shake_192s;
            case SHA2_192F -> SLHDSAParameters.sha2_192f;
            case SHAKE_192F -> SLHDSAParameters.shake_192f;
            case SHA2_256S -> SLHDSAParameters.sha2_256s;
            case SHAKE_256S -> SLHDSAParameters.shake_256s;
            case SHA2_256F -> SLHDSAParameters.sha2_256f;
            case SHAKE_256F -> SLHDSAParameters.shake_256f;
        };
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String oid() {
        return "2.16.840.1.101.3.4.3." + arc;
    }

    @Override
    public int publicLength() {
        return 2 * hashLength;
    }

    @Override
    public int privateLength() {
        return 4 * hashLength;
    }

    @Override
    public int signatureLength() {
        return signatureLength;
    }

    @Override
    public int seedLength() {
        return 0;
    }

    @Override
    public byte[] generate(SecureRandom random) {
        return Internal.generate(random, parameters());
    }

    @Override
    public byte[] grown(byte[] seed) {
        throw new IllegalStateException("keys of SLH-DSA grow of no seed");
    }

    @Override
    public Optional<byte[]> publicKey(byte[] privateKey) {
        return privateKey.length == privateLength()
                ? Optional.of(new SLHDSAPrivateKeyParameters(parameters(), privateKey).getEncodedPublicKey())
                : Optional.empty();
    }

    @Override
    public boolean isPublicKey(byte[] publicKey) {
        return publicKey.length == publicLength();
    }

    @Override
    public Signing signing(byte[] privateKey) {
        SLHDSAPrivateKeyParameters key = new SLHDSAPrivateKeyParameters(parameters(), privateKey);
        return (formed, random) -> {
            byte[] hedge = random.map(source -> {
                        byte[] bytes = new byte[hashLength];
                        source.nextBytes(bytes);
                        return bytes;
                    })
                    .orElseGet(key::getPublicSeed);
            return Internal.signing(key).sign(formed, hedge);
        };
    }

    @Override
    public Verifying verifying(byte[] publicKey) {
        SLHDSAPublicKeyParameters key = new SLHDSAPublicKeyParameters(parameters(), publicKey);
        return (formed, signature) -> Internal.verifying(key).verify(formed, signature);
    }
}
