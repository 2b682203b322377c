package dev.tokki.emulator.mechanism.ratchet;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.RatchetParameter.X3dhInitiate;
import dev.tokki.api.parameter.RatchetParameter.X3dhRespond;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.KeyDerivation;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.crypto.XEdDsa;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.hash.Hash;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.key.FurtherKey;
import dev.tokki.emulator.rule.Refusal;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Extended triple Diffie-Hellman (M. Marlinspike, T. Perrin, "The X3DH Key Agreement Protocol", 2016), section 6.5,
/// on curve25519: the lengths in the parameters are its.
///
/// The secret is HKDF of the agreements, without salt and info, after 32 bytes of 0xFF; with `CKD_NULL` it is the
/// agreements themselves, one after the other.
final class X3dh {
    static final String INITIATE_SECTION = "6.5.3";
    static final String RESPOND_SECTION = "6.5.4";

    private static final MontgomeryCurve CURVE = MontgomeryCurve.X25519_CURVE;
    private static final int SECRET = 32;
    private static final String SIGNATURE_HASH = "SHA-512";
    /// How Signal's programs say "a point of curve25519".
    private static final byte POINT_TYPE = 5;

    /// `CK_X3DH_INITIATE_PARAMS`.
    static final ParameterRule<X3dhInitiate> INITIATE =
            ParameterRule.structure("CK_X3DH_INITIATE_PARAMS", INITIATE_SECTION, X3dhInitiate.class, (given, rule) -> {
                SignalKdf.of(given.kdf(), "kdf", rule);
                if (given.prekeySignature().isNull()) {
                    throw rule.wrong("pPrekey_signature", "It is NULL_PTR.", "Pass the signature of the prekey.");
                }
                return given;
            });

    /// `CK_X3DH_RESPOND_PARAMS`.
    static final ParameterRule<X3dhRespond> RESPOND =
            ParameterRule.structure("CK_X3DH_RESPOND_PARAMS", RESPOND_SECTION, X3dhRespond.class, (given, rule) -> {
                SignalKdf.of(given.kdf(), "kdf", rule);
                if (given.identityId().isNull()
                        || given.prekeyId().isNull()
                        || given.initiatorEphemeral().isNull()) {
                    throw rule.wrong(
                            "pIdentity_id, pPrekey_id, pInitiator_ephemeral",
                            "One of them is NULL_PTR; only the one-time key may be missing.",
                            "Pass what the initiator's message says.");
                }
                return given;
            });

    private X3dh() {}

    /// The base key is one of the initiator's, its identity key for example; the parameter names both.
    static List<Attribute> initiate(Crypto crypto, X3dhInitiate given, Use.Derivation input) {
        KeyView identity = secret(input, given.ownIdentity(), "pOwn_identity");
        KeyView ephemeral = secret(input, given.ownEphemeral(), "pOwn_ephemeral");
        byte[] peer = publicKey(input, given.peerIdentity(), "pPeer_identity", INITIATE_SECTION);
        byte[] prekey = publicKey(input, given.peerPrekey(), "pPeer_prekey", INITIATE_SECTION);
        checkSignature(crypto, peer, prekey, given.prekeySignature().array());
        ByteArrayOutputStream agreed = new ByteArrayOutputStream();
        agreed.writeBytes(agree(identity, prekey, "pPeer_prekey", INITIATE_SECTION));
        agreed.writeBytes(agree(ephemeral, peer, "pPeer_identity", INITIATE_SECTION));
        agreed.writeBytes(agree(ephemeral, prekey, "pPeer_prekey", INITIATE_SECTION));
        if (!given.onetimeKey().isNull()) {
            agreed.writeBytes(agree(ephemeral, given.onetimeKey().array(), "pOnetime_key", INITIATE_SECTION));
        }
        Optional<Hash> kdf = SignalKdf.of(given.kdf(), "kdf", INITIATE);
        return made(kdf, agreed.toByteArray(), input, INITIATE_SECTION, identity, ephemeral);
    }

    /// The base key is one of the responder's, its identity key for example; the parameter tells which keys the
    /// initiator used, by their `CKA_ID` or by the public keys themselves.
    static List<Attribute> respond(X3dhRespond given, Use.Derivation input) {
        KeyView identity = own(input, given.identityId(), "pIdentity_id");
        KeyView prekey = own(input, given.prekeyId(), "pPrekey_id");
        byte[] peer = publicKey(input, given.initiatorIdentity(), "pInitiator_identity", RESPOND_SECTION);
        byte[] ephemeral = given.initiatorEphemeral().array();
        ByteArrayOutputStream agreed = new ByteArrayOutputStream();
        agreed.writeBytes(agree(prekey, peer, "pInitiator_identity", RESPOND_SECTION));
        agreed.writeBytes(agree(identity, ephemeral, "pInitiator_ephemeral", RESPOND_SECTION));
        agreed.writeBytes(agree(prekey, ephemeral, "pInitiator_ephemeral", RESPOND_SECTION));
        if (!given.onetimeId().isNull()) {
            KeyView onetime = own(input, given.onetimeId(), "pOnetime_id");
            agreed.writeBytes(agree(onetime, ephemeral, "pInitiator_ephemeral", RESPOND_SECTION));
        }
        Optional<Hash> kdf = SignalKdf.of(given.kdf(), "kdf", RESPOND);
        return made(kdf, agreed.toByteArray(), input, RESPOND_SECTION, identity, prekey);
    }

    private static List<Attribute> made(
            Optional<Hash> kdf, byte[] agreed, Use.Derivation input, String section, KeyView first, KeyView second) {
        DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
        byte[] value;
        if (kdf.isPresent()) {
            byte[] padded = new byte[SECRET + agreed.length];
            Arrays.fill(padded, 0, SECRET, (byte) 0xFF);
            System.arraycopy(agreed, 0, padded, SECRET, agreed.length);
            value = KeyDerivation.hkdf(
                    kdf.get().algorithm(), padded, new byte[0], new byte[0], key.lengthWithin(SECRET));
        } else {
            int length = key.lengthWithin(agreed.length);
            value = Arrays.copyOfRange(agreed, agreed.length - length, agreed.length);
        }
        return key.agreed(value, input.baseKey(), first, second);
    }

    private static void checkSignature(Crypto crypto, byte[] identity, byte[] prekey, byte[] signature) {
        byte[] typed = new byte[prekey.length + 1];
        typed[0] = POINT_TYPE;
        System.arraycopy(prekey, 0, typed, 1, prekey.length);
        XEdDsa scheme = new XEdDsa(CURVE, crypto.digest(SIGNATURE_HASH));
        if (!scheme.verify(identity, prekey, signature) && !scheme.verify(identity, typed, signature)) {
            throw INITIATE.wrong(
                    "pPrekey_signature",
                    "It is no XEdDSA signature (with SHA-512) of the prekey by the peer's identity key: somebody may"
                            + " have put in a prekey of his own.",
                    "Pass the signature of the peer's prekey bundle.");
        }
    }

    private static KeyView secret(Use.Derivation input, long handle, String member) {
        KeyView key = FurtherKey.of(input.others(), handle, member, INITIATE_SECTION)
                .is(Cko.PRIVATE_KEY, Ckk.EC_MONTGOMERY)
                .derives()
                .key();
        checkCurve(key.attributes(), member, INITIATE_SECTION);
        return key;
    }

    private static byte[] publicKey(Use.Derivation input, long handle, String member, String section) {
        AttributeMap key = FurtherKey.of(input.others(), handle, member, section)
                .is(Cko.PUBLIC_KEY, Ckk.EC_MONTGOMERY)
                .key()
                .attributes();
        checkCurve(key, member, section);
        return EcKeys.publicBytes(CURVE, key);
    }

    private static KeyView own(Use.Derivation input, Bytes id, String member) {
        byte[] wanted = id.array();
        return input.others()
                .privateKeys(Ckk.EC_MONTGOMERY)
                .filter(key -> EcKeys.montgomery(key.attributes()) == CURVE)
                .filter(key -> key.attributes().bool(Cka.DERIVE, false))
                .filter(key -> Arrays.equals(key.attributes().bytes(Cka.ID), wanted)
                        || Arrays.equals(CURVE.publicKey(EcKeys.privateBytes(CURVE, key.attributes())), wanted))
                .findFirst()
                .orElseThrow(() -> RESPOND.wrong(
                        member,
                        "No private key on curve25519 with CKA_DERIVE has this CKA_ID or this public key.",
                        "Create the key that the initiator used, or ask for another message."));
    }

    private static byte[] agree(KeyView key, byte[] other, String member, String section) {
        return CURVE.agree(EcKeys.privateBytes(CURVE, key.attributes()), other)
                .orElseThrow(() -> Refusal.of(
                        Ckr.PUBLIC_KEY_INVALID,
                        member,
                        "It is a point of small order: the shared secret would be known to all.",
                        section,
                        "Pass the other party's public key as it was generated."));
    }

    private static void checkCurve(AttributeMap key, String member, String section) {
        if (EcKeys.montgomery(key) != CURVE) {
            throw Refusal.of(
                    Ckr.CURVE_NOT_SUPPORTED,
                    member,
                    "The parameters have room for keys on curve25519 only.",
                    section,
                    "Use keys on curve25519.");
        }
    }
}
