package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.parameter.DhParameter.X942Dh1Derive;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.Templates;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Diffie-Hellman over prime fields: PKCS #3 and X9.42, section 6.4.
public final class DhMechanisms {
    private static final BigInteger TWO = BigInteger.TWO;

    private DhMechanisms() {}

    public static List<Declaration<?>> all() {
        KeyRule pkcs = KeyRule.pair(Domain.size(512, 8192), Ckk.DH);
        KeyRule x942 = KeyRule.pair(Domain.size(512, 8192), Ckk.X9_42_DH);
        return List.of(
                generation(Ckm.DH_PKCS_KEY_PAIR_GEN, "6.4.8", pkcs, Ckk.DH),
                Declaration.of(Ckm.DH_PKCS_DERIVE, "6.4.10", pkcs, otherValue())
                        .can(Use.DERIVE, (crypto, other, input) -> derive(input, other.array(), "6.4.10")),
                generation(Ckm.X9_42_DH_KEY_PAIR_GEN, "6.4.12", x942, Ckk.X9_42_DH),
                Declaration.of(Ckm.X9_42_DH_DERIVE, "6.4.14", x942, x942())
                        .can(
                                Use.DERIVE,
                                (crypto, given, input) ->
                                        derive(input, given.publicData().array(), "6.4.14")));
    }

    private static ParameterRule<Bytes> otherValue() {
        return new ParameterRule<>(
                "the other party's public value", "6.4.10", (Mechanism mechanism, ParameterRule<Bytes> rule) -> {
                    if (mechanism.parameter() instanceof Parameter.Raw(Bytes bytes) && bytes.length() > 0) {
                        return Bytes.of(ParameterRule.bytes(rule, "pParameter", bytes));
                    }
                    throw rule.wrong(mechanism, "wants the other party's public value", "Pass its bytes.");
                });
    }

    private static ParameterRule<X942Dh1Derive> x942() {
        return ParameterRule.structure("CK_X9_42_DH1_DERIVE_PARAMS", "6.4.11.2", X942Dh1Derive.class, (given, rule) -> {
            if (given.kdf() != Ckd.NULL) {
                throw rule.wrong("kdf", "The secret itself is the key here.", "Pass CKD_NULL.");
            }
            ParameterRule.bytes(rule, "pPublicData", given.publicData());
            return given;
        });
    }

    private static Declaration<?> generation(long mechanism, String section, KeyRule keys, long keyType) {
        return Declaration.of(mechanism, section, keys, ParameterRule.none(section))
                .can(Use.GENERATE_PAIR, (crypto, none, templates) -> generate(crypto, keyType, templates, section));
    }

    private static NewPair generate(Crypto crypto, long keyType, Use.PairTemplates templates, String section) {
        Templates.agree(templates.publicKey(), Cko.PUBLIC_KEY, keyType, section);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, keyType, section);
        Domain domain = Domain.of(templates.publicKey(), keyType == Ckk.X9_42_DH, section);
        BigInteger below = domain.order().orElse(domain.prime().subtract(BigInteger.ONE));
        long asked = templates.privateKey().ulong(Cka.VALUE_BITS, below.bitLength());
        int bits = (int) Math.min(Math.max(asked, 1), below.bitLength());
        BigInteger secret;
        do {
            secret = new BigInteger(bits, crypto.random());
        } while (secret.signum() == 0 || secret.compareTo(below) >= 0);
        List<Attribute> privateKey = new ArrayList<>(with(domain, Cko.PRIVATE_KEY, keyType, secret));
        return new NewPair(
                with(domain, Cko.PUBLIC_KEY, keyType, domain.base().modPow(secret, domain.prime())), privateKey);
    }

    private static List<Attribute> with(Domain domain, long keyClass, long keyType, BigInteger value) {
        List<Attribute> all = new ArrayList<>(domain.attributes());
        all.add(Attribute.of(Cka.CLASS, keyClass));
        all.add(Attribute.of(Cka.KEY_TYPE, keyType));
        all.add(Attribute.of(Cka.VALUE, value));
        return all;
    }

    /// The secret is as long as the prime, and loses bytes at its beginning where the key is shorter.
    private static List<Attribute> derive(Use.Derivation input, byte[] other, String section) {
        BigInteger prime = Domain.number(input.baseKey().attributes(), Cka.PRIME);
        BigInteger value = new BigInteger(1, other);
        // 0, 1 and -1 would make a secret that everybody knows.
        if (value.compareTo(TWO) < 0 || value.compareTo(prime.subtract(TWO)) > 0) {
            throw otherValue()
                    .wrong(
                            "the public value",
                            "It lies between 2 and the prime less 2.",
                            "Pass the other party's public value as it was generated.");
        }
        BigInteger secret = value.modPow(Domain.number(input.baseKey().attributes(), Cka.VALUE), prime);
        byte[] bytes = new byte[(prime.bitLength() + 7) / 8];
        byte[] raw = secret.toByteArray();
        int from = raw[0] == 0 ? 1 : 0;
        System.arraycopy(raw, from, bytes, bytes.length - (raw.length - from), raw.length - from);
        DerivedKey key = DerivedKey.ofTemplate(input.template(), section);
        int length = key.lengthWithin(bytes.length);
        return key.agreed(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length), input.baseKey());
    }
}
