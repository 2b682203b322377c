package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.DSAKeyPairGenerator;
import org.bouncycastle.crypto.params.DSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSASigner;

/// What DSA computes, by Bouncy Castle. Apart from the declarations, so that these load nothing of it.
final class DsaOperations {
    private static final int LONGEST_HASH = 64;

    private DsaOperations() {}

    static NewPair generate(Crypto crypto, Use.PairTemplates templates) {
        Templates.agree(templates.publicKey(), Cko.PUBLIC_KEY, Ckk.DSA, DsaMechanisms.GENERATION);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, Ckk.DSA, DsaMechanisms.GENERATION);
        Domain domain = Domain.of(templates.publicKey(), true, DsaMechanisms.GENERATION);
        DSAKeyPairGenerator generator = new DSAKeyPairGenerator();
        generator.init(new DSAKeyGenerationParameters(crypto.random(), parameters(domain)));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new NewPair(
                with(domain, Cko.PUBLIC_KEY, ((DSAPublicKeyParameters) pair.getPublic()).getY()),
                with(domain, Cko.PRIVATE_KEY, ((DSAPrivateKeyParameters) pair.getPrivate()).getX()));
    }

    private static List<Attribute> with(Domain domain, long keyClass, BigInteger value) {
        List<Attribute> all = new ArrayList<>(domain.attributes());
        all.add(Attribute.of(Cka.CLASS, keyClass));
        all.add(Attribute.of(Cka.KEY_TYPE, Ckk.DSA));
        all.add(Attribute.of(Cka.VALUE, value));
        return all;
    }

    private static DSAParameters parameters(Domain domain) {
        return new DSAParameters(domain.prime(), domain.order().orElseThrow(), domain.base());
    }

    static Signer sign(Crypto crypto, KeyView key, String section) {
        Domain domain = Domain.of(key, true, section);
        int half = orderLength(domain);
        DSAPrivateKeyParameters own =
                new DSAPrivateKeyParameters(Domain.number(key.attributes(), Cka.VALUE), parameters(domain));
        return new WholeSigner(2L * half, hash -> {
            Signatures.checkData(hash, LONGEST_HASH, "the longest hash", section);
            DSASigner signer = new DSASigner();
            signer.init(true, new ParametersWithRandom(own, crypto.random()));
            BigInteger[] rs = signer.generateSignature(hash);
            byte[] signature = new byte[2 * half];
            put(rs[0], signature, half);
            put(rs[1], signature, 2 * half);
            return signature;
        });
    }

    static Verifier verify(KeyView key, String section) {
        Domain domain = Domain.of(key, true, section);
        int half = orderLength(domain);
        BigInteger value = Domain.number(key.attributes(), Cka.VALUE);
        return new WholeVerifier((hash, signature) -> {
            Signatures.checkData(hash, LONGEST_HASH, "the longest hash", section);
            Signatures.checkLength(signature, 2L * half, section);
            DSASigner verifier = new DSASigner();
            verifier.init(false, new DSAPublicKeyParameters(value, parameters(domain)));
            BigInteger r = new BigInteger(1, Arrays.copyOf(signature, half));
            BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half));
            if (!verifier.verifySignature(hash, r, s)) {
                throw Signatures.invalid(section);
            }
        });
    }

    private static int orderLength(Domain domain) {
        return (domain.order().orElseThrow().bitLength() + 7) / 8;
    }

    private static void put(BigInteger number, byte[] signature, int end) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        System.arraycopy(bytes, from, signature, end - (bytes.length - from), bytes.length - from);
    }
}
