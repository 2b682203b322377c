package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.DhParameter.X942Dh2Derive;
import dev.tokki.api.parameter.DhParameter.X942MqvDerive;
import dev.tokki.emulator.crypto.DhMqv;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.FurtherKey;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// Agreements of two key pairs of each party, sections 6.4.15 and 6.4.16. The base key and the other party's first
/// value are the static pairs, what is called second are the ephemeral ones.
///
/// @param kdf how the key comes from the secret
/// @param other the other party's static public value
/// @param otherEphemeral the other party's ephemeral public value
/// @param ephemeral the handle of the own ephemeral private key
/// @param ephemeralPublic the handle of the own ephemeral public key; 0 where it is not needed
record X942TwoPairs(X942Kdf kdf, Bytes other, Bytes otherEphemeral, long ephemeral, long ephemeralPublic) {
    static final String HYBRID_SECTION = "6.4.15";
    static final String MQV_SECTION = "6.4.16";

    static final ParameterRule<X942TwoPairs> HYBRID = ParameterRule.structure(
            "CK_X9_42_DH2_DERIVE_PARAMS",
            "6.4.11.3",
            X942Dh2Derive.class,
            (given, rule) -> new X942TwoPairs(
                    X942Kdf.of(given.kdf(), given.otherInfo(), rule),
                    Bytes.of(ParameterRule.bytes(rule, "pPublicData", given.publicData())),
                    Bytes.of(ParameterRule.bytes(rule, "pPublicData2", given.publicData2())),
                    given.privateData(),
                    0));

    static final ParameterRule<X942TwoPairs> MQV = ParameterRule.structure(
            "CK_X9_42_MQV_DERIVE_PARAMS",
            "6.4.11.4",
            X942MqvDerive.class,
            (given, rule) -> new X942TwoPairs(
                    X942Kdf.of(given.kdf(), given.otherInfo(), rule),
                    Bytes.of(ParameterRule.bytes(rule, "pPublicData", given.publicData())),
                    Bytes.of(ParameterRule.bytes(rule, "pPublicData2", given.publicData2())),
                    given.privateData(),
                    given.publicKey()));

    /// dhHybrid1: the ephemeral secret, and after it the static one.
    List<Attribute> hybrid(Use.Derivation input) {
        Domain domain = DhAgreement.domain(input.baseKey());
        FurtherKey second = second(input, domain, HYBRID_SECTION);
        byte[] ephemeralSecret =
                DhAgreement.secret(domain, second.key(), value(domain, otherEphemeral, "pPublicData2", HYBRID_SECTION));
        byte[] staticSecret =
                DhAgreement.secret(domain, input.baseKey(), value(domain, other, "pPublicData", HYBRID_SECTION));
        byte[] both = Arrays.copyOf(ephemeralSecret, ephemeralSecret.length + staticSecret.length);
        System.arraycopy(staticSecret, 0, both, ephemeralSecret.length, staticSecret.length);
        DerivedKey key = DerivedKey.ofTemplate(input.template(), HYBRID_SECTION);
        return key.agreed(kdf.value(both, key), input.baseKey(), second.key());
    }

    /// MQV2.
    List<Attribute> mqv(Use.Derivation input) {
        Domain domain = DhAgreement.domain(input.baseKey());
        FurtherKey second = second(input, domain, MQV_SECTION);
        BigInteger own = Domain.number(second.key().attributes(), Cka.VALUE);
        checkPublic(input, domain, own);
        BigInteger secret = new DhMqv(domain.prime(), domain.order().orElseThrow(), domain.base())
                .agree(
                        Domain.number(input.baseKey().attributes(), Cka.VALUE),
                        own,
                        value(domain, other, "pPublicData", MQV_SECTION),
                        value(domain, otherEphemeral, "pPublicData2", MQV_SECTION));
        DerivedKey key = DerivedKey.ofTemplate(input.template(), MQV_SECTION);
        return key.agreed(kdf.value(DhAgreement.bytes(domain, secret), key), input.baseKey(), second.key());
    }

    private static BigInteger value(Domain domain, Bytes bytes, String member, String section) {
        return DhAgreement.value(domain, bytes, member, section);
    }

    private FurtherKey second(Use.Derivation input, Domain domain, String section) {
        FurtherKey second = FurtherKey.of(input.others(), ephemeral, "hPrivateData", section)
                .is(Cko.PRIVATE_KEY, Ckk.X9_42_DH)
                .derives();
        if (!DhAgreement.domain(second.key()).equals(domain)) {
            throw otherDomain("hPrivateData", section);
        }
        return second;
    }

    private void checkPublic(Use.Derivation input, Domain domain, BigInteger own) {
        FurtherKey half = FurtherKey.of(input.others(), ephemeralPublic, "publicKey", MQV_SECTION)
                .is(Cko.PUBLIC_KEY, Ckk.X9_42_DH);
        BigInteger value = Domain.number(half.key().attributes(), Cka.VALUE);
        if (!value.equals(domain.base().modPow(own, domain.prime()))) {
            throw otherDomain("publicKey", MQV_SECTION);
        }
    }

    private static Refusal otherDomain(String member, String section) {
        return Refusal.of(
                Ckr.MECHANISM_PARAM_INVALID,
                member,
                "All keys are of one domain, and the ephemeral public key belongs to the ephemeral private key.",
                section,
                "Generate the ephemeral pair with prime, subprime and base of the base key.");
    }
}
