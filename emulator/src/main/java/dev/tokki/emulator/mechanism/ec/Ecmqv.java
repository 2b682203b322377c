package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.EcParameter.EcmqvDerive;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Curve;
import dev.tokki.emulator.crypto.EcPrivateKey;
import dev.tokki.emulator.crypto.EcPublicKey;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.key.FurtherKey;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;

/// Menezes-Qu-Vanstone agreement on curves, section 6.3.19. The base key and the other party's first point are the
/// static pairs, what is called second are the ephemeral ones.
///
/// @param agreement how the key comes from the secret
/// @param other the other party's static public key
/// @param otherEphemeral the other party's ephemeral public key
/// @param ephemeral the handle of the own ephemeral private key
/// @param ephemeralPublic the handle of the own ephemeral public key
record Ecmqv(EcdhParameter agreement, Bytes other, Bytes otherEphemeral, long ephemeral, long ephemeralPublic) {
    static final String SECTION = "6.3.19";

    /// `CK_ECMQV_DERIVE_PARAMS`.
    static final ParameterRule<Ecmqv> RULE = ParameterRule.structure(
            "CK_ECMQV_DERIVE_PARAMS",
            "6.3.16.7",
            EcmqvDerive.class,
            (given, rule) -> new Ecmqv(
                    EcdhParameter.of(given.kdf(), given.sharedData(), Bytes.EMPTY, rule),
                    Bytes.of(ParameterRule.bytes(rule, "pPublicData", given.publicData())),
                    Bytes.of(ParameterRule.bytes(rule, "pPublicData2", given.publicData2())),
                    given.privateData(),
                    given.publicKey()));

    static List<Attribute> derive(Crypto crypto, Ecmqv mqv, Use.Derivation input) {
        EcPrivateKey own = EcKeys.privateKey(input.baseKey());
        FurtherKey second = FurtherKey.of(input.others(), mqv.ephemeral, "hPrivateData", SECTION)
                .is(Cko.PRIVATE_KEY, Ckk.EC)
                .derives();
        FurtherKey half = FurtherKey.of(input.others(), mqv.ephemeralPublic, "publicKey", SECTION)
                .is(Cko.PUBLIC_KEY, Ckk.EC);
        EcPrivateKey ephemeral = EcKeys.privateKey(second.key());
        boolean isPair = Arrays.equals(
                ephemeral.publicKey().octets(), EcKeys.publicKey(half.key()).octets());
        if (!isPair || !ephemeral.curve().isSame(own.curve())) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    isPair ? "hPrivateData" : "publicKey",
                    "All keys are on one curve, and the ephemeral public key belongs to the ephemeral private key.",
                    SECTION,
                    "Generate the ephemeral pair on the curve of the base key.");
        }
        byte[] secret = own.agreeMqv(
                        ephemeral,
                        point(own.curve(), mqv.other, "pPublicData"),
                        point(own.curve(), mqv.otherEphemeral, "pPublicData2"))
                .orElseThrow(() -> invalid("pPublicData", "These keys make no secret: it is the point at infinity."));
        DerivedKey key = DerivedKey.ofTemplate(input.template(), SECTION);
        return key.agreed(Ecdh.value(mqv.agreement, secret, key), input.baseKey(), second.key());
    }

    private static EcPublicKey point(Curve curve, Bytes bytes, String member) {
        return EcKeys.point(curve, bytes.array())
                .orElseThrow(() -> invalid(member, "It is no point of the curve " + curve.name() + "."));
    }

    private static Refusal invalid(String member, String rule) {
        return Refusal.of(
                Ckr.PUBLIC_KEY_INVALID,
                "CK_ECMQV_DERIVE_PARAMS." + member,
                rule,
                "6.3.16.7",
                "Pass the other party's public keys on the same curve.");
    }
}
