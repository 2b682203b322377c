package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.RatchetParameter.X2RatchetInitialize;
import dev.tokki.api.parameter.RatchetParameter.X2RatchetRespond;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.key.FurtherKey;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The first keys of a double ratchet, section 6.6.3.
///
/// The shared secret is that of the parameter; where this is NULL_PTR, as it must be for a secret that cannot be
/// read, it is the value of the base key, 32 bytes.
final class RatchetDerivation {
    static final String SECTION = "6.6.3";

    /// `CK_X2RATCHET_INITIALIZE_PARAMS`.
    static final ParameterRule<X2RatchetInitialize> INITIALIZE = ParameterRule.structure(
            "CK_X2RATCHET_INITIALIZE_PARAMS", "6.6.3.1", X2RatchetInitialize.class, (given, rule) -> given);

    /// `CK_X2RATCHET_RESPOND_PARAMS`.
    static final ParameterRule<X2RatchetRespond> RESPOND = ParameterRule.structure(
            "CK_X2RATCHET_RESPOND_PARAMS", "6.6.3.2", X2RatchetRespond.class, (given, rule) -> given);

    private RatchetDerivation() {}

    static List<Attribute> initialize(Crypto crypto, X2RatchetInitialize given, Use.Derivation input) {
        MontgomeryCurve curve = curve(given.curve());
        byte[] own = publicKey(input, given.ownPublicIdentity(), curve, "own_public_identity");
        byte[] peer = publicKey(input, given.peerPublicIdentity(), curve, "peer_public_identity");
        byte[] prekey = publicKey(input, given.peerPublicPrekey(), curve, "peer_public_prekey");
        RatchetSettings settings = RatchetSettings.of(
                given.curve(),
                given.encryptedHeader(),
                given.aeadMechanism(),
                given.kdfMechanism(),
                joined(own, peer),
                INITIALIZE);
        RatchetState state = new DoubleRatchet(crypto, settings)
                .alice(secret(given.sharedSecret(), input), prekey)
                .orElseThrow(() -> Refusal.of(
                        Ckr.PUBLIC_KEY_INVALID,
                        "peer_public_prekey",
                        "It is a point of small order: the shared secret would be known to all.",
                        "6.6.3.1",
                        "Pass the peer's prekey as it was generated."));
        return made(settings, state, input);
    }

    static List<Attribute> respond(Crypto crypto, X2RatchetRespond given, Use.Derivation input) {
        MontgomeryCurve curve = curve(given.curve());
        byte[] own = publicKey(input, given.ownPublicIdentity(), curve, "own_public_identity");
        byte[] peer = publicKey(input, given.initiatorIdentity(), curve, "initiator_identity");
        KeyView prekey = FurtherKey.of(input.others(), given.ownPrekey(), "own_prekey", SECTION)
                .is(Cko.PRIVATE_KEY, Ckk.EC_MONTGOMERY)
                .derives()
                .key();
        checkCurve(prekey.attributes(), curve, "own_prekey");
        RatchetSettings settings = RatchetSettings.of(
                given.curve(),
                given.encryptedHeader(),
                given.aeadMechanism(),
                given.kdfMechanism(),
                joined(peer, own),
                RESPOND);
        RatchetState state = new DoubleRatchet(crypto, settings)
                .bob(secret(given.sharedSecret(), input), EcKeys.privateBytes(curve, prekey.attributes()));
        return made(settings, state, input);
    }

    private static List<Attribute> made(RatchetSettings settings, RatchetState state, Use.Derivation input) {
        Templates.agree(input.template(), Cko.SECRET_KEY, Ckk.X2RATCHET, SECTION);
        List<Attribute> key = new ArrayList<>(state.attributes());
        key.add(Attribute.of(Cka.CLASS, Cko.SECRET_KEY));
        key.add(Attribute.of(Cka.KEY_TYPE, Ckk.X2RATCHET));
        key.add(Attribute.of(Cka.VALUE, settings.write()));
        for (long history : new long[] {Cka.ALWAYS_SENSITIVE, Cka.NEVER_EXTRACTABLE}) {
            if (!input.baseKey().attributes().bool(history, false)) {
                key.add(Attribute.of(history, false));
            }
        }
        return List.copyOf(key);
    }

    private static byte[] secret(Bytes given, Use.Derivation input) {
        byte[] secret = given.isNull() ? input.baseKey().attributes().bytes(Cka.VALUE) : given.copy();
        if (secret.length != DoubleRatchet.KEY) {
            throw Refusal.of(
                    Ckr.KEY_SIZE_RANGE,
                    "hBaseKey",
                    "The shared secret has 32 bytes; this one has " + secret.length + ".",
                    SECTION,
                    "Derive 32 bytes, by CKM_X3DH_INITIALIZE for example.");
        }
        return secret;
    }

    /// A curve that is not known is refused with the other settings.
    private static MontgomeryCurve curve(long bits) {
        return bits == 448 ? MontgomeryCurve.X448_CURVE : MontgomeryCurve.X25519_CURVE;
    }

    private static byte[] publicKey(Use.Derivation input, long handle, MontgomeryCurve curve, String member) {
        AttributeMap key = FurtherKey.of(input.others(), handle, member, SECTION)
                .is(Cko.PUBLIC_KEY, Ckk.EC_MONTGOMERY)
                .key()
                .attributes();
        checkCurve(key, curve, member);
        return EcKeys.publicBytes(curve, key);
    }

    private static void checkCurve(AttributeMap key, MontgomeryCurve curve, String member) {
        if (EcKeys.montgomery(key) != curve) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    member,
                    "The key is on another curve than eCurve says.",
                    SECTION,
                    "Pass keys on one curve, and its number.");
        }
    }

    private static Bytes joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return Bytes.of(both);
    }
}
