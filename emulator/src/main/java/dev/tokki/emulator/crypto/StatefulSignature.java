package dev.tokki.emulator.crypto;

import dev.tokki.api.Bytes;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.HSSKeyPairGenerator;
import org.bouncycastle.crypto.params.HSSKeyGenerationParameters;
import org.bouncycastle.crypto.params.HSSPrivateKeyParameters;
import org.bouncycastle.crypto.params.HSSPublicKeyParameters;
import org.bouncycastle.crypto.params.LMOtsParameters;
import org.bouncycastle.crypto.params.LMSParameters;
import org.bouncycastle.crypto.params.LMSigParameters;
import org.bouncycastle.crypto.params.XMSSMTParameters;
import org.bouncycastle.crypto.params.XMSSParameters;
import org.bouncycastle.crypto.signers.HSSSigner;

/// Signatures by keys that each signature uses up (RFC 8554, RFC 8391), computed by Bouncy Castle: signing gives the
/// signature and the key that is left.
public sealed interface StatefulSignature permits StatefulSignature.Hss, XmssSignature {
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

    /// {@return the public key of a private key; nothing where it is not one of these}
    Optional<Bytes> publicKey(byte[] privateKey);

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
        public Optional<Bytes> publicKey(byte[] privateKey) {
            try {
                return Optional.of(Bytes.of(HSSPrivateKeyParameters.getInstance(privateKey)
                        .getPublicKey()
                        .getEncoded()));
            } catch (IOException | RuntimeException notOne) {
                return Optional.empty();
            }
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

    /// {@return XMSS of a parameter set, if it is known}
    ///
    /// @param set the set's number in RFC 8391 or NIST SP 800-208
    static Optional<StatefulSignature> xmss(long set) {
        return number(set).map(XMSSParameters::lookupByOID).map(XmssSignature::of);
    }

    /// {@return XMSS^MT of a parameter set, if it is known}
    ///
    /// @param set the set's number in RFC 8391 or NIST SP 800-208
    static Optional<StatefulSignature> xmssMt(long set) {
        return number(set).map(XMSSMTParameters::lookupByOID).map(XmssSignature::of);
    }

    private static Optional<Integer> number(long set) {
        return set == (int) set ? Optional.of((int) set) : Optional.empty();
    }
}
