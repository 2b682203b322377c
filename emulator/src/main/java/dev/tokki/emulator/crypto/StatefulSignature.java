package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.HSSKeyPairGenerator;
import org.bouncycastle.crypto.generators.XMSSKeyPairGenerator;
import org.bouncycastle.crypto.generators.XMSSMTKeyPairGenerator;
import org.bouncycastle.crypto.params.HSSKeyGenerationParameters;
import org.bouncycastle.crypto.params.HSSPrivateKeyParameters;
import org.bouncycastle.crypto.params.HSSPublicKeyParameters;
import org.bouncycastle.crypto.params.LMOtsParameters;
import org.bouncycastle.crypto.params.LMSParameters;
import org.bouncycastle.crypto.params.LMSigParameters;
import org.bouncycastle.crypto.params.XMSSKeyGenerationParameters;
import org.bouncycastle.crypto.params.XMSSMTKeyGenerationParameters;
import org.bouncycastle.crypto.params.XMSSMTParameters;
import org.bouncycastle.crypto.params.XMSSMTPrivateKeyParameters;
import org.bouncycastle.crypto.params.XMSSMTPublicKeyParameters;
import org.bouncycastle.crypto.params.XMSSParameters;
import org.bouncycastle.crypto.params.XMSSPrivateKeyParameters;
import org.bouncycastle.crypto.params.XMSSPublicKeyParameters;
import org.bouncycastle.crypto.signers.HSSSigner;
import org.bouncycastle.crypto.signers.XMSSMTSigner;
import org.bouncycastle.crypto.signers.XMSSSigner;
import org.bouncycastle.util.Encodable;

/// Signatures by keys that each signature uses up (RFC 8554, RFC 8391), computed by Bouncy Castle: signing gives the
/// signature and the key that is left.
public sealed interface StatefulSignature {
    /// A new pair.
    record Pair(Bytes publicKey, Bytes privateKey, long remaining) {}

    /// A signature, and the key as it must be stored before the signature leaves.
    record Signed(Bytes signature, Bytes nextKey, long remaining) {}

    /// {@return a new pair}
    Pair generate(SecureRandom random);

    /// {@return a signature; nothing where the key is used up}
    Optional<Signed> sign(byte[] privateKey, byte[] message);

    /// {@return whether a signature is right}
    boolean verify(byte[] publicKey, byte[] message, byte[] signature);

    /// {@return the length of a signature in bytes}
    int signatureLength();

    /// {@return whether a private key is one of these, with how many signatures it has left}
    Optional<Long> remaining(byte[] privateKey);

    /// HSS of some levels of trees.
    ///
    /// @param trees the types of LMS, from the top
    /// @param oneTime the types of LM-OTS, from the top
    record Hss(List<Long> trees, List<Long> oneTime) implements StatefulSignature {
        /// {@return HSS of these types; nothing where one is not known}
        public static Optional<Hss> of(List<Long> trees, List<Long> oneTime) {
            boolean known = !trees.isEmpty()
                    && trees.size() <= 8
                    && trees.size() == oneTime.size()
                    && IntStream.range(0, trees.size()).allMatch(i -> isKnown(trees.get(i), oneTime.get(i)));
            return known ? Optional.of(new Hss(List.copyOf(trees), List.copyOf(oneTime))) : Optional.empty();
        }

        private static boolean isKnown(long tree, long once) {
            LMSigParameters lms = LMSigParameters.getParametersForType((int) tree);
            LMOtsParameters ots = LMOtsParameters.getParametersForType((int) once);
            // A tree of 2^15 leaves takes minutes, and is not offered.
            return lms != null && ots != null && lms.getM() == ots.getN() && lms.getH() <= 10;
        }

        private LMSParameters[] parameters() {
            return IntStream.range(0, trees.size())
                    .mapToObj(i -> LMSParameters.create(
                            LMSigParameters.getParametersForType(trees.get(i).intValue()),
                            LMOtsParameters.getParametersForType(oneTime.get(i).intValue())))
                    .toArray(LMSParameters[]::new);
        }

        @Override
        public Pair generate(SecureRandom random) {
            HSSKeyPairGenerator generator = new HSSKeyPairGenerator();
            generator.init(new HSSKeyGenerationParameters(parameters(), random));
            AsymmetricCipherKeyPair pair = generator.generateKeyPair();
            HSSPrivateKeyParameters key = (HSSPrivateKeyParameters) pair.getPrivate();
            try {
                return new Pair(
                        Bytes.of(((HSSPublicKeyParameters) pair.getPublic()).getEncoded()),
                        Bytes.of(key.getEncoded()),
                        key.getUsagesRemaining());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<Signed> sign(byte[] privateKey, byte[] message) {
            try {
                HSSPrivateKeyParameters key = HSSPrivateKeyParameters.getInstance(privateKey);
                if (key.getUsagesRemaining() <= 0) {
                    return Optional.empty();
                }
                HSSSigner signer = new HSSSigner();
                signer.init(true, key);
                byte[] signature = signer.generateSignature(message);
                return Optional.of(
                        new Signed(Bytes.of(signature), Bytes.of(key.getEncoded()), key.getUsagesRemaining()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
            return hssVerifies(publicKey, message, signature);
        }

        @Override
        public int signatureLength() {
            int length = 4;
            for (LMSParameters level : parameters()) {
                int n = level.getLMOTSParam().getN();
                length += 4 + 4 + n + n * level.getLMOTSParam().getP() + 4;
                length += level.getLMSigParam().getM() * level.getLMSigParam().getH();
            }
            for (int i = 1; i < trees.size(); i++) {
                length += 24 + parameters()[i].getLMSigParam().getM();
            }
            return length;
        }

        @Override
        public Optional<Long> remaining(byte[] privateKey) {
            try {
                return Optional.of(
                        HSSPrivateKeyParameters.getInstance(privateKey).getUsagesRemaining());
            } catch (IOException | RuntimeException notOne) {
                return Optional.empty();
            }
        }
    }

    /// {@return whether a signature of HSS is right; the public key tells all there is to know}
    static boolean hssVerifies(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            HSSSigner verifier = new HSSSigner();
            verifier.init(false, HSSPublicKeyParameters.getInstance(publicKey));
            return verifier.verifySignature(message, signature);
        } catch (IOException | RuntimeException wrong) {
            return false;
        }
    }

    /// Bouncy Castle 1.87 pads the hashes of 192 bits to their own length, where NIST SP 800-208, section 5, pads them
    /// to four bytes: nobody else would verify such signatures, so the sets are not served.
    int MISPADDED = 24;

    /// XMSS.
    ///
    /// @param set the parameter set's number in RFC 8391 or NIST SP 800-208
    record Xmss(int set) implements StatefulSignature {
        private XMSSParameters parameters() {
            return XMSSParameters.lookupByOID(set);
        }

        /// {@return XMSS of a parameter set, if it is known}
        public static Optional<StatefulSignature> of(long set) {
            return Optional.ofNullable(set == (int) set ? XMSSParameters.lookupByOID((int) set) : null)
                    .filter(known -> known.getTreeDigestSize() != MISPADDED)
                    .map(known -> new Xmss((int) set));
        }

        @Override
        public Pair generate(SecureRandom random) {
            XMSSKeyPairGenerator generator = new XMSSKeyPairGenerator();
            generator.init(new XMSSKeyGenerationParameters(parameters(), random));
            AsymmetricCipherKeyPair pair = generator.generateKeyPair();
            XMSSPrivateKeyParameters key = (XMSSPrivateKeyParameters) pair.getPrivate();
            return new Pair(
                    encoded((XMSSPublicKeyParameters) pair.getPublic()), encoded(key), key.getUsagesRemaining());
        }

        @Override
        public Optional<Signed> sign(byte[] privateKey, byte[] message) {
            XMSSPrivateKeyParameters key = new XMSSPrivateKeyParameters.Builder(parameters())
                    .withPrivateKey(privateKey)
                    .build();
            if (key.getUsagesRemaining() <= 0) {
                return Optional.empty();
            }
            XMSSSigner signer = new XMSSSigner();
            signer.init(true, key);
            byte[] signature = signed(signer, message);
            XMSSPrivateKeyParameters next = (XMSSPrivateKeyParameters) signer.getUpdatedPrivateKey();
            return Optional.of(new Signed(Bytes.of(signature), encoded(next), next.getUsagesRemaining()));
        }

        @Override
        public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
            try {
                XMSSSigner verifier = new XMSSSigner();
                verifier.init(
                        false,
                        new XMSSPublicKeyParameters.Builder(parameters())
                                .withPublicKey(publicKey)
                                .build());
                verifier.update(message, 0, message.length);
                return verifier.verifySignature(signature);
            } catch (RuntimeException wrong) {
                return false;
            }
        }

        @Override
        public int signatureLength() {
            XMSSParameters set = parameters();
            return 4 + set.getTreeDigestSize() * (1 + set.getLen() + set.getHeight());
        }

        @Override
        public Optional<Long> remaining(byte[] privateKey) {
            try {
                return Optional.of(new XMSSPrivateKeyParameters.Builder(parameters())
                        .withPrivateKey(privateKey)
                        .build()
                        .getUsagesRemaining());
            } catch (RuntimeException notOne) {
                return Optional.empty();
            }
        }
    }

    /// XMSS^MT.
    ///
    /// @param set the parameter set's number in RFC 8391 or NIST SP 800-208
    record XmssMt(int set) implements StatefulSignature {
        private XMSSMTParameters parameters() {
            return XMSSMTParameters.lookupByOID(set);
        }

        /// {@return XMSS^MT of a parameter set, if it is known}
        public static Optional<StatefulSignature> of(long set) {
            return Optional.ofNullable(set == (int) set ? XMSSMTParameters.lookupByOID((int) set) : null)
                    .filter(known -> known.getTreeDigestSize() != MISPADDED)
                    .map(known -> new XmssMt((int) set));
        }

        @Override
        public Pair generate(SecureRandom random) {
            XMSSMTKeyPairGenerator generator = new XMSSMTKeyPairGenerator();
            generator.init(new XMSSMTKeyGenerationParameters(parameters(), random));
            AsymmetricCipherKeyPair pair = generator.generateKeyPair();
            XMSSMTPrivateKeyParameters key = (XMSSMTPrivateKeyParameters) pair.getPrivate();
            return new Pair(
                    encoded((XMSSMTPublicKeyParameters) pair.getPublic()), encoded(key), key.getUsagesRemaining());
        }

        @Override
        public Optional<Signed> sign(byte[] privateKey, byte[] message) {
            XMSSMTPrivateKeyParameters key = new XMSSMTPrivateKeyParameters.Builder(parameters())
                    .withPrivateKey(privateKey)
                    .build();
            if (key.getUsagesRemaining() <= 0) {
                return Optional.empty();
            }
            XMSSMTSigner signer = new XMSSMTSigner();
            signer.init(true, key);
            byte[] signature = signed(signer, message);
            XMSSMTPrivateKeyParameters next = (XMSSMTPrivateKeyParameters) signer.getUpdatedPrivateKey();
            return Optional.of(new Signed(Bytes.of(signature), encoded(next), next.getUsagesRemaining()));
        }

        @Override
        public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
            try {
                XMSSMTSigner verifier = new XMSSMTSigner();
                verifier.init(
                        false,
                        new XMSSMTPublicKeyParameters.Builder(parameters())
                                .withPublicKey(publicKey)
                                .build());
                verifier.update(message, 0, message.length);
                return verifier.verifySignature(signature);
            } catch (RuntimeException wrong) {
                return false;
            }
        }

        @Override
        public int signatureLength() {
            XMSSMTParameters set = parameters();
            int n = set.getTreeDigestSize();
            return (set.getHeight() + 7) / 8 + n * (1 + set.getLayers() * set.getLen() + set.getHeight());
        }

        @Override
        public Optional<Long> remaining(byte[] privateKey) {
            try {
                return Optional.of(new XMSSMTPrivateKeyParameters.Builder(parameters())
                        .withPrivateKey(privateKey)
                        .build()
                        .getUsagesRemaining());
            } catch (RuntimeException notOne) {
                return Optional.empty();
            }
        }
    }

    private static Bytes encoded(Encodable key) {
        try {
            return Bytes.of(key.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(Signer signer, byte[] message) {
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }
}
