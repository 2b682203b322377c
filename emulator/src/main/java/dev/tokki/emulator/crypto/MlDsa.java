package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/// The parameter sets of ML-DSA (FIPS 204), computed by Bouncy Castle by way of _mu_, the hash of what is signed, and
/// by
/// the JDK where it can.
public enum MlDsa implements PqSignature {
    /// ML-DSA-44.
    ML_DSA_44("ML-DSA-44", "2.16.840.1.101.3.4.3.17", 1312, 2560, 2420),
    /// ML-DSA-65.
    ML_DSA_65("ML-DSA-65", "2.16.840.1.101.3.4.3.18", 1952, 4032, 3309),
    /// ML-DSA-87.
    ML_DSA_87("ML-DSA-87", "2.16.840.1.101.3.4.3.19", 2592, 4896, 4627);

    private static final int SEED = 32;
    private static final int HASH = 64;

    private final String label;
    private final String oid;
    private final int publicLength;
    private final int privateLength;
    private final int signatureLength;

    MlDsa(String label, String oid, int publicLength, int privateLength, int signatureLength) {
        this.label = label;
        this.oid = oid;
        this.publicLength = publicLength;
        this.privateLength = privateLength;
        this.signatureLength = signatureLength;
    }

    private MLDSAParameters parameters() {
        return switch (this) {
            case ML_DSA_44 -> MLDSAParameters.ml_dsa_44;
            case ML_DSA_65 -> MLDSAParameters.ml_dsa_65;
            case ML_DSA_87 -> MLDSAParameters.ml_dsa_87;
        };
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String oid() {
        return oid;
    }

    @Override
    public int publicLength() {
        return publicLength;
    }

    @Override
    public int privateLength() {
        return privateLength;
    }

    @Override
    public int signatureLength() {
        return signatureLength;
    }

    @Override
    public int seedLength() {
        return SEED;
    }

    @Override
    public byte[] generate(SecureRandom random) {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return seed;
    }

    @Override
    public byte[] grown(byte[] seed) {
        return new MLDSAPrivateKeyParameters(parameters(), seed)
                .withPreferredFormat(MLDSAPrivateKeyParameters.EXPANDED_KEY)
                .getEncoded();
    }

    @Override
    public Optional<byte[]> publicKey(byte[] privateKey) {
        if (privateKey.length != privateLength || !hasSmallSecrets(privateKey)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MLDSAPrivateKeyParameters(parameters(), privateKey).getPublicKey());
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    /// {@return whether every coefficient of s1 and s2 is one that a key can have, which skDecode (FIPS 204, algorithm
    /// 25)
    /// leaves to its caller}
    private boolean hasSmallSecrets(byte[] privateKey) {
        int bits = this == ML_DSA_65 ? 4 : 3;
        int largest = this == ML_DSA_65 ? 8 : 4;
        int rows = (publicLength - 32) / 320;
        int end = 8 * (privateLength - 416 * rows);
        for (int at = 8 * 128; at < end; at += bits) {
            int coefficient = 0;
            for (int bit = at + bits - 1; bit >= at; bit--) {
                coefficient = 2 * coefficient + (privateKey[bit / 8] >> bit % 8 & 1);
            }
            if (coefficient > largest) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isPublicKey(byte[] publicKey) {
        return publicKey.length == publicLength;
    }

    @Override
    public Signing signing(byte[] privateKey) {
        return new PrivateKey(new MLDSAPrivateKeyParameters(parameters(), privateKey));
    }

    @Override
    public Verifying verifying(byte[] publicKey) {
        return new PublicKey(new MLDSAPublicKeyParameters(parameters(), publicKey), Bytes.of(shake(publicKey)));
    }

    @Override
    public Signing signing(Crypto crypto, byte[] privateKey) {
        return MlDsaOfProvider.signing(crypto, this, privateKey);
    }

    @Override
    public Verifying verifying(Crypto crypto, byte[] publicKey) {
        return MlDsaOfProvider.verifying(crypto, this, publicKey);
    }

    /// A private key ready to sign, with the hash of its public key, _tr_.
    private record PrivateKey(MLDSAPrivateKeyParameters key, Bytes hash) implements Signing {
        PrivateKey(MLDSAPrivateKeyParameters key) {
            this(key, Bytes.of(shake(key.getPublicKey())));
        }

        @Override
        public byte[] sign(byte[] formed, Optional<SecureRandom> random) {
            MLDSASigner signer = new MLDSASigner();
            signer.init(
                    true,
                    random.<CipherParameters>map(source -> new ParametersWithRandom(key, source))
                            .orElse(key));
            try {
                return signer.generateMuSignature(mu(hash.array(), formed));
            } catch (CryptoException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// A public key ready to verify, with its hash, _tr_.
    private record PublicKey(MLDSAPublicKeyParameters key, Bytes hash) implements Verifying {
        @Override
        public boolean verify(byte[] formed, byte[] signature) {
            MLDSASigner verifier = new MLDSASigner();
            verifier.init(false, key);
            return verifier.verifyMuSignature(mu(hash.array(), formed), signature);
        }
    }

    /// FIPS 204, algorithm 7, line 6.
    private static byte[] mu(byte[] hashOfKey, byte[] formed) {
        byte[] trAndMessage = Arrays.copyOf(hashOfKey, HASH + formed.length);
        System.arraycopy(formed, 0, trAndMessage, HASH, formed.length);
        return shake(trAndMessage);
    }

    private static byte[] shake(byte[] data) {
        SHAKEDigest shake = new SHAKEDigest(256);
        shake.update(data, 0, data.length);
        byte[] hash = new byte[HASH];
        shake.doFinal(hash, 0, HASH);
        return hash;
    }
}
