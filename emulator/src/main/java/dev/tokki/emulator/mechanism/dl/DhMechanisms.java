package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
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
import dev.tokki.emulator.mechanism.key.Templates;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Diffie-Hellman over prime fields: PKCS #3 and X9.42, section 6.4.
public final class DhMechanisms {
    static final int SHORTEST = 512;
    static final int LONGEST = 8192;

    private static final KeyRule PKCS = KeyRule.pair(Domain.size(SHORTEST, LONGEST), Ckk.DH);
    private static final KeyRule X9_42 = KeyRule.pair(Domain.size(SHORTEST, LONGEST), Ckk.X9_42_DH);

    /// The other party's public value, bare; none where a function of the KEM brings it.
    private static final ParameterRule<DhAgreement> OTHER_VALUE = new ParameterRule<>(
            "the other party's public value",
            DhAgreement.PKCS,
            (Mechanism mechanism, ParameterRule<DhAgreement> rule) -> {
                if (ParameterRule.isAbsent(mechanism)) {
                    return new DhAgreement(X942Kdf.NONE, Bytes.EMPTY, DhAgreement.PKCS);
                }
                if (mechanism.parameter() instanceof Parameter.Raw(Bytes bytes)) {
                    byte[] value = ParameterRule.bytes(rule, "pParameter", bytes);
                    return new DhAgreement(X942Kdf.NONE, Bytes.of(value), DhAgreement.PKCS);
                }
                throw rule.wrong(mechanism, "wants the other party's public value", "Pass its bytes.");
            });

    private static final ParameterRule<DhAgreement> ONE_PAIR =
            ParameterRule.structure("CK_X9_42_DH1_DERIVE_PARAMS", "6.4.11.2", X942Dh1Derive.class, (given, rule) -> {
                byte[] other = ParameterRule.bytes(rule, "pPublicData", given.publicData());
                X942Kdf kdf = X942Kdf.of(given.kdf(), given.otherInfo(), rule);
                return new DhAgreement(kdf, Bytes.of(other), DhAgreement.X9_42);
            });

    private DhMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                generation(Ckm.DH_PKCS_KEY_PAIR_GEN, "6.4.8", PKCS, Ckk.DH),
                Declaration.of(
                                Ckm.DH_PKCS_PARAMETER_GEN,
                                DomainGeneration.DH,
                                PKCS,
                                ParameterRule.none(DomainGeneration.DH))
                        .can(Use.GENERATE, (crypto, none, input) -> DomainGeneration.dh(crypto, input.template())),
                agreement(Ckm.DH_PKCS_DERIVE, DhAgreement.PKCS, PKCS, OTHER_VALUE),
                generation(Ckm.X9_42_DH_KEY_PAIR_GEN, "6.4.12", X9_42, Ckk.X9_42_DH),
                Declaration.of(
                                Ckm.X9_42_DH_PARAMETER_GEN,
                                DomainGeneration.X9_42,
                                KeyRule.pair(Domain.size(1024, LONGEST), Ckk.X9_42_DH),
                                ParameterRule.none(DomainGeneration.X9_42))
                        .can(Use.GENERATE, (crypto, none, input) -> DomainGeneration.x942(crypto, input.template())),
                agreement(Ckm.X9_42_DH_DERIVE, DhAgreement.X9_42, X9_42, ONE_PAIR),
                Declaration.of(Ckm.X9_42_DH_HYBRID_DERIVE, X942TwoPairs.HYBRID_SECTION, X9_42, X942TwoPairs.HYBRID)
                        .can(Use.DERIVE, (crypto, pairs, input) -> pairs.hybrid(input)),
                Declaration.of(Ckm.X9_42_MQV_DERIVE, X942TwoPairs.MQV_SECTION, X9_42, X942TwoPairs.MQV)
                        .can(Use.DERIVE, (crypto, pairs, input) -> pairs.mqv(input)));
    }

    private static Declaration<?> agreement(
            long mechanism, String section, KeyRule keys, ParameterRule<DhAgreement> parameter) {
        return Declaration.of(mechanism, section, keys, parameter)
                .can(Use.DERIVE, (crypto, agreement, input) -> agreement.derive(input))
                .can(Use.ENCAPSULATE, (crypto, agreement, input) -> agreement.encapsulate(crypto, input))
                .can(Use.DECAPSULATE, (crypto, agreement, input) -> agreement.decapsulate(input));
    }

    private static Declaration<?> generation(long mechanism, String section, KeyRule keys, long keyType) {
        return Declaration.of(mechanism, section, keys, ParameterRule.none(section))
                .can(Use.GENERATE_PAIR, (crypto, none, templates) -> generate(crypto, keyType, templates, section));
    }

    private static NewPair generate(Crypto crypto, long keyType, Use.PairTemplates templates, String section) {
        Templates.agree(templates.publicKey(), Cko.PUBLIC_KEY, keyType, section);
        Templates.agree(templates.privateKey(), Cko.PRIVATE_KEY, keyType, section);
        Domain domain = Domain.of(templates.publicKey(), keyType == Ckk.X9_42_DH, section);
        BigInteger secret =
                domain.secret(crypto.random(), templates.privateKey().ulong(Cka.VALUE_BITS, LONGEST));
        return new NewPair(
                with(domain, Cko.PUBLIC_KEY, keyType, domain.base().modPow(secret, domain.prime())),
                with(domain, Cko.PRIVATE_KEY, keyType, secret));
    }

    private static List<Attribute> with(Domain domain, long keyClass, long keyType, BigInteger value) {
        List<Attribute> all = new ArrayList<>(domain.attributes());
        all.add(Attribute.of(Cka.CLASS, keyClass));
        all.add(Attribute.of(Cka.KEY_TYPE, keyType));
        all.add(Attribute.of(Cka.VALUE, value));
        return all;
    }
}
