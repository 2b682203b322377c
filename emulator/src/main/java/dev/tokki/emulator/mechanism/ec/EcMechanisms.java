package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.crypto.Curve;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.EcKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Elliptic curves, section 6.3.
public final class EcMechanisms {
    /// The fields of the curves that Bouncy Castle names.
    private static final KeySize WEIERSTRASS = new KeySize(112, 571, KeySize.Unit.FIELD_BITS);
    /// The fields of the curves of RFC 8032 and RFC 7748.
    private static final KeySize BYTE_KEYS = new KeySize(255, 448, KeySize.Unit.FIELD_BITS);

    private static final KeyRule EC = KeyRule.pair(WEIERSTRASS, Ckk.EC);
    private static final KeyRule EDWARDS = KeyRule.pair(BYTE_KEYS, Ckk.EC_EDWARDS);
    private static final KeyRule MONTGOMERY = KeyRule.pair(BYTE_KEYS, Ckk.EC_MONTGOMERY);
    private static final KeyRule EC_AND_MONTGOMERY = KeyRule.pair(WEIERSTRASS, Ckk.EC, Ckk.EC_MONTGOMERY);

    private static final long NAMED = Ckf.EC_OID | Ckf.EC_CURVENAME;
    private static final long WEIERSTRASS_FLAGS =
            NAMED | Ckf.EC_ECPARAMETERS | Ckf.EC_F_P | Ckf.EC_F_2M | Ckf.EC_UNCOMPRESS | Ckf.EC_COMPRESS;
    /// Points of RFC 8032 and RFC 7748 are one coordinate: compressed.
    private static final long BYTE_KEY_FLAGS = NAMED | Ckf.EC_F_P | Ckf.EC_COMPRESS;

    private EcMechanisms() {}

    public static List<Declaration<?>> all() {
        List<Declaration<?>> all = new ArrayList<>(List.of(
                generation(),
                generationWithExtraBits(),
                edwardsGeneration(),
                montgomeryGeneration(),
                Declaration.of(Ckm.ECDSA, "6.3.12", EC, ParameterRule.none("6.3.12"))
                        .flags(WEIERSTRASS_FLAGS)
                        .can(Use.SIGN, (crypto, none, key) -> Ecdsa.sign(crypto, key))
                        .can(Use.VERIFY, (crypto, none, key) -> Ecdsa.verify(crypto, key)),
                Declaration.of(Ckm.EDDSA, "6.3.14", EDWARDS, EdDsaParameter.RULE)
                        .flags(BYTE_KEY_FLAGS)
                        .can(Use.SIGN, (crypto, scheme, key) -> EdDsa.sign(crypto, scheme, key))
                        .can(Use.VERIFY, (crypto, scheme, key) -> EdDsa.verify(crypto, scheme, key)),
                Declaration.of(Ckm.XEDDSA, XEdDsaSignatures.SECTION, MONTGOMERY, XEdDsaSignatures.RULE)
                        .flags(BYTE_KEY_FLAGS)
                        .can(Use.SIGN, XEdDsaSignatures::sign)
                        .can(Use.VERIFY, XEdDsaSignatures::verify),
                Declaration.of(Ckm.ECDH1_DERIVE, "6.3.17", EC_AND_MONTGOMERY, EcdhParameter.RULE)
                        .flags(WEIERSTRASS_FLAGS)
                        .can(Use.DERIVE, Ecdh::derive)
                        .can(Use.ENCAPSULATE, EcdhKem.encapsulate(false))
                        .can(Use.DECAPSULATE, EcdhKem.decapsulate(false)),
                Declaration.of(Ckm.ECDH1_COFACTOR_DERIVE, "6.3.18", EC, EcdhParameter.RULE)
                        .flags(WEIERSTRASS_FLAGS)
                        .can(Use.DERIVE, Ecdh::deriveWithCofactor)
                        .can(Use.ENCAPSULATE, EcdhKem.encapsulate(true))
                        .can(Use.DECAPSULATE, EcdhKem.decapsulate(true)),
                Declaration.of(Ckm.ECMQV_DERIVE, Ecmqv.SECTION, EC, Ecmqv.RULE)
                        .flags(WEIERSTRASS_FLAGS)
                        .can(Use.DERIVE, Ecmqv::derive),
                wrap(Ckm.ECDH_AES_KEY_WRAP, EC_AND_MONTGOMERY, new EcdhAesWrap(false, "6.3.20")),
                wrap(Ckm.ECDH_COF_AES_KEY_WRAP, EC, new EcdhAesWrap(true, "6.3.21")),
                wrap(Ckm.ECDH_X_AES_KEY_WRAP, MONTGOMERY, new EcdhAesWrap(false, "6.3.22"))));
        Arrays.stream(Hash.values())
                .filter(hash -> hash.signing().ecdsa() != Hash.NONE)
                .forEach(hash -> all.add(hashed(hash)));
        return List.copyOf(all);
    }

    private static Declaration<?> hashed(Hash hash) {
        return Declaration.of(hash.signing().ecdsa(), "6.3.13", EC, ParameterRule.none("6.3.13"))
                .flags(WEIERSTRASS_FLAGS)
                .can(Use.SIGN, (crypto, none, key) -> Ecdsa.sign(crypto, hash, key))
                .can(Use.VERIFY, (crypto, none, key) -> Ecdsa.verify(crypto, hash, key));
    }

    private static Declaration<?> wrap(long mechanism, KeyRule keys, EcdhAesWrap wrap) {
        return wrap.of(Declaration.of(mechanism, wrap.section(), keys, EcdhAesWrap.RULE))
                .flags(keys.equals(MONTGOMERY) ? BYTE_KEY_FLAGS : WEIERSTRASS_FLAGS);
    }

    private static Declaration<?> generation() {
        String section = "6.3.9";
        return Declaration.of(Ckm.EC_KEY_PAIR_GEN, section, EC, ParameterRule.none(section))
                .flags(WEIERSTRASS_FLAGS)
                .can(
                        Use.GENERATE_PAIR,
                        (crypto, none, templates) ->
                                EcGeneration.weierstrass(crypto, templates, Curve::generate, section));
    }

    private static Declaration<?> generationWithExtraBits() {
        String section = "6.3.9";
        return Declaration.of(Ckm.EC_KEY_PAIR_GEN_W_EXTRA_BITS, section, EC, ParameterRule.none(section))
                .flags(WEIERSTRASS_FLAGS)
                .can(
                        Use.GENERATE_PAIR,
                        (crypto, none, templates) ->
                                EcGeneration.weierstrass(crypto, templates, Curve::generateWithExtraBits, section));
    }

    private static Declaration<?> edwardsGeneration() {
        String section = "6.3.10";
        return Declaration.of(Ckm.EC_EDWARDS_KEY_PAIR_GEN, section, EDWARDS, ParameterRule.none(section))
                .flags(BYTE_KEY_FLAGS)
                .can(
                        Use.GENERATE_PAIR,
                        (crypto, none, templates) ->
                                EcGeneration.byteKeys(crypto, templates, Ckk.EC_EDWARDS, EcKeys::edwards, section));
    }

    private static Declaration<?> montgomeryGeneration() {
        String section = "6.3.11";
        return Declaration.of(Ckm.EC_MONTGOMERY_KEY_PAIR_GEN, section, MONTGOMERY, ParameterRule.none(section))
                .flags(BYTE_KEY_FLAGS)
                .can(
                        Use.GENERATE_PAIR,
                        (crypto, none, templates) -> EcGeneration.byteKeys(
                                crypto, templates, Ckk.EC_MONTGOMERY, EcKeys::montgomery, section));
    }
}
