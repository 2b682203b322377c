package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.mechanism.work.HashThenSign;
import dev.tokki.emulator.mechanism.work.HashThenVerify;
import dev.tokki.emulator.mechanism.work.Signatures;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.WholeSigner;
import dev.tokki.emulator.mechanism.work.WholeVerifier;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.DSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.DSAParametersGenerator;
import org.bouncycastle.crypto.params.DSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameterGenerationParameters;
import org.bouncycastle.crypto.params.DSAParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSASigner;

/// DSA, section 6.2, computed by Bouncy Castle.
public final class DsaMechanisms {
    private static final String GENERATION = "6.2.6";
    private static final String DOMAIN = "6.2.7";
    private static final String BARE = "6.2.11";
    private static final String HASHED = "6.2.12";
    private static final KeyRule KEYS = KeyRule.pair(Domain.size(512, 3072), Ckk.DSA);
    private static final int LONGEST_HASH = 64;

    private static final Map<Long, String> HASHES = Map.of(
            Ckm.DSA_SHA1, "SHA-1",
            Ckm.DSA_SHA224, "SHA-224",
            Ckm.DSA_SHA256, "SHA-256",
            Ckm.DSA_SHA384, "SHA-384",
            Ckm.DSA_SHA512, "SHA-512",
            Ckm.DSA_SHA3_224, "SHA3-224",
            Ckm.DSA_SHA3_256, "SHA3-256",
            Ckm.DSA_SHA3_384, "SHA3-384",
            Ckm.DSA_SHA3_512, "SHA3-512");

    /// The subprime that goes with a prime where the template does not say.
    private static final Map<Long, Integer> ORDERS = Map.of(1024L, 160, 2048L, 224, 3072L, 256);

    private DsaMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>();
        all.add(Declaration.of(Ckm.DSA_KEY_PAIR_GEN, GENERATION, KEYS, ParameterRule.none(GENERATION))
                .can(Use.GENERATE_PAIR, (crypto, none, templates) -> generate(crypto, templates)));
        all.add(Declaration.of(
                        Ckm.DSA_PARAMETER_GEN,
                        DOMAIN,
                        KeyRule.pair(Domain.size(1024, 3072), Ckk.DSA),
                        ParameterRule.none(DOMAIN))
                .can(Use.GENERATE, (crypto, none, input) -> domain(crypto, input.template())));
        all.add(Declaration.of(Ckm.DSA, BARE, KEYS, ParameterRule.none(BARE))
                .can(Use.SIGN, (crypto, none, key) -> sign(crypto, key, BARE))
                .can(Use.VERIFY, (crypto, none, key) -> verify(key, BARE)));
        HASHES.forEach((mechanism, hash) -> all.add(Declaration.of(mechanism, HASHED, KEYS, ParameterRule.none(HASHED))
                .can(Use.SIGN, (crypto, none, key) -> new HashThenSign(crypto.digest(hash), sign(crypto, key, HASHED)))
                .can(Use.VERIFY, (crypto, none, key) -> new HashThenVerify(crypto.digest(hash), verify(key, HASHED)))));
        return List.copyOf(all);
    }

    private static NewPair generate(Crypto crypto, Use.PairTemplates templates) {
        Templates.agree(templates.publicKey(), Cko.PUBLIC_KEY, Ckk.DSA, GENERATION);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, Ckk.DSA, GENERATION);
        Domain domain = Domain.of(templates.publicKey(), true, GENERATION);
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

    private static List<Attribute> domain(Crypto crypto, AttributeMap template) {
        long bits = template.ulong(Cka.PRIME_BITS, -1);
        if (!ORDERS.containsKey(bits)) {
            throw Refusal.of(
                    template.has(Cka.PRIME_BITS) ? Ckr.ATTRIBUTE_VALUE_INVALID : Ckr.TEMPLATE_INCOMPLETE,
                    "CKA_PRIME_BITS",
                    "Primes of 1024, 2048 and 3072 bits are made (FIPS 186-4).",
                    DOMAIN,
                    "Pass one of these lengths.");
        }
        DSAParametersGenerator generator = new DSAParametersGenerator(new SHA256Digest());
        generator.init(
                new DSAParameterGenerationParameters((int) bits, ORDERS.getOrDefault(bits, 0), 80, crypto.random()));
        DSAParameters made = generator.generateParameters();
        return List.of(
                Attribute.of(Cka.CLASS, Cko.DOMAIN_PARAMETERS),
                Attribute.of(Cka.KEY_TYPE, Ckk.DSA),
                Attribute.of(Cka.PRIME, made.getP()),
                Attribute.of(Cka.SUBPRIME, made.getQ()),
                Attribute.of(Cka.BASE, made.getG()),
                Attribute.of(Cka.PRIME_BITS, bits));
    }

    private static DSAParameters parameters(Domain domain) {
        return new DSAParameters(domain.prime(), domain.order().orElseThrow(), domain.base());
    }

    private static Signer sign(Crypto crypto, KeyView key, String section) {
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

    private static Verifier verify(KeyView key, String section) {
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
