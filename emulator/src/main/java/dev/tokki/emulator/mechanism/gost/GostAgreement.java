package dev.tokki.emulator.mechanism.gost;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckd;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.GostParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.GostCipher;
import dev.tokki.emulator.crypto.GostCurve;
import dev.tokki.emulator.crypto.GostSet;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.GostKeys;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;

/// Keys agreed upon by GOST R 34.10-2001, sections 6.46.9 and 6.46.10: as they are (VKO, RFC 4357, 5.2), or to wrap a
/// key
/// of GOST 28147-89 with (CryptoPro key wrap, RFC 4357, 6.3, in the structure of RFC 4490, 4.2).
final class GostAgreement {
    private static final String TRANSPORT = "6.46.9";
    private static final int MATERIAL = 8;

    private GostAgreement() {}

    /// What a key is wrapped with.
    ///
    /// @param set the parameter set of the cipher, if it is given
    /// @param material user key material; empty for random bytes
    private record Transport(Optional<GostSet> set, Bytes material, long sender) {}

    static Declaration<?> derivation() {
        String section = "6.46.10";
        ParameterRule<GostParameter.Derive> rule = ParameterRule.structure(
                "CK_GOSTR3410_DERIVE_PARAMS", "6.46.5.2", GostParameter.Derive.class, (given, wanted) -> {
                    if (given.kdf() != Ckd.NULL && given.kdf() != Ckd.CPDIVERSIFY_KDF) {
                        throw wanted.wrong(
                                "kdf", "It is CKD_NULL or CKD_CPDIVERSIFY_KDF.", "Pass CKD_CPDIVERSIFY_KDF.");
                    }
                    if (ParameterRule.bytes(wanted, "pUKM", given.ukm()).length != MATERIAL) {
                        throw wanted.wrong("ulUKMLen", "User key material has 8 bytes.", "Pass 8 bytes.");
                    }
                    ParameterRule.bytes(wanted, "pPublicData", given.publicData());
                    return given;
                });
        return Declaration.of(Ckm.GOSTR3410_DERIVE, section, GostMechanisms.PAIRS, rule)
                .can(Use.DERIVE, (crypto, given, input) -> {
                    GostCurve curve = curve(input.baseKey().attributes());
                    byte[] other = given.publicData().array();
                    if (!curve.isPublicKey(other)) {
                        throw rule.wrong(
                                "pPublicData",
                                "It is not the 64 bytes of a point of this key's curve.",
                                "Pass the CKA_VALUE of the other side's public key.");
                    }
                    byte[] material = given.ukm().array();
                    byte[] agreed = curve.agree(GostCiphers.value(input.baseKey()), other, material);
                    byte[] value = given.kdf() == Ckd.NULL
                            ? agreed
                            : new GostCipher(set(input.baseKey().attributes())).diversified(agreed, material);
                    DerivedKey key = DerivedKey.ofTemplateOrGeneric(input.template(), section);
                    return key.agreed(key.firstOf(value), input.baseKey());
                });
    }

    static Declaration<?> transport() {
        ParameterRule<Transport> rule = ParameterRule.structure(
                "CK_GOSTR3410_KEY_WRAP_PARAMS", "6.46.5.1", GostParameter.KeyWrap.class, GostAgreement::read);
        return Declaration.of(Ckm.GOSTR3410_KEY_WRAP, TRANSPORT, GostMechanisms.PAIRS, rule)
                .can(Use.WRAP, (crypto, given, input) -> {
                    byte[] key = GostCiphers.wrappable(input.key(), TRANSPORT);
                    return new Wrapped(Bytes.of(wrap(crypto, given, input.wrappingKey(), key)), Parameter.none());
                })
                .can(
                        Use.UNWRAP,
                        (crypto, given, input) -> GostCiphers.unwrapped(
                                unwrap(
                                        crypto,
                                        given,
                                        input.unwrappingKey(),
                                        input.wrapped().array()),
                                input.template(),
                                TRANSPORT));
    }

    private static Transport read(GostParameter.KeyWrap given, ParameterRule<Transport> rule) {
        byte[] identifier = ParameterRule.bytes(rule, "pWrapOID", given.wrapOid());
        Optional<GostSet> set = GostSet.of(identifier);
        if (identifier.length > 0 && set.isEmpty()) {
            throw rule.wrong(
                    "pWrapOID",
                    "It is the object identifier of no parameter set that is served.",
                    "Pass NULL_PTR for that of the key.");
        }
        byte[] material = ParameterRule.bytes(rule, "pUKM", given.ukm());
        if (material.length != 0 && material.length != MATERIAL) {
            throw rule.wrong("ulUKMLen", "User key material has 8 bytes.", "Pass NULL_PTR for random ones.");
        }
        return new Transport(set, Bytes.of(material), given.key());
    }

    private static byte[] wrap(Crypto crypto, Transport given, KeyView receiver, byte[] key) {
        GostCurve curve = curve(receiver.attributes());
        GostSet set = given.set().orElseGet(() -> set(receiver.attributes()));
        byte[] material = given.material().length() == 0
                ? crypto.randomBytes(MATERIAL)
                : given.material().array();
        byte[] sender = given.sender() == 0 ? curve.generate(crypto.random()) : sender(given.sender(), receiver);
        byte[] wrappingKey = wrappingKey(curve, set, sender, GostCiphers.value(receiver), material);
        byte[] wrapped = new GostCipher(set).wrap(crypto, wrappingKey, material, key);
        byte[] info = GostTransport.publicKey(crypto, receiver.attributes(), curve.publicKey(sender));
        if (info.length == 0) {
            throw Refusal.of(
                    Ckr.WRAPPING_KEY_TYPE_INCONSISTENT,
                    "CKA_GOSTR3411_PARAMS",
                    "The key does not say its parameter sets by object identifiers in DER.",
                    TRANSPORT,
                    "Use a key with both sets.");
        }
        return GostTransport.encode(wrapped, set, info, material);
    }

    /// {@return the private key of the sender, who is on the receiver's curve}
    private static byte[] sender(long handle, KeyView receiver) {
        AttributeMap key = receiver.beside(handle, "CK_GOSTR3410_KEY_WRAP_PARAMS.hKey");
        boolean isSender = key.ulong(Cka.CLASS, -1) == Cko.PRIVATE_KEY
                && key.ulong(Cka.KEY_TYPE, -1) == Ckk.GOSTR3410
                && key.find(Cka.GOSTR3410_PARAMS).equals(receiver.attributes().find(Cka.GOSTR3410_PARAMS));
        if (!isSender) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    "CK_GOSTR3410_KEY_WRAP_PARAMS.hKey",
                    "It must be a private key of GOST R 34.10-2001 with the parameters of the wrapping key.",
                    "6.46.5.1",
                    "Pass CK_INVALID_HANDLE for a new pair that is used once.");
        }
        return key.bytes(Cka.VALUE);
    }

    private static byte[] unwrap(Crypto crypto, Transport given, KeyView receiver, byte[] structure) {
        GostCurve curve = curve(receiver.attributes());
        GostTransport transport = GostTransport.decode(structure)
                .filter(read -> curve.isPublicKey(read.publicKey().array()))
                .orElseThrow(() -> Refusal.of(
                        Ckr.WRAPPED_KEY_INVALID,
                        "pWrappedKey",
                        "It is no GostR3410-KeyTransport (RFC 4490, 4.2) from the curve of the unwrapping key, with a"
                                + " parameter set that is served.",
                        TRANSPORT,
                        "Pass the wrapped key whole, as it was made."));
        if (given.material().length() > 0 && !given.material().equals(transport.material())) {
            throw Refusal.of(
                    Ckr.WRAPPED_KEY_INVALID,
                    "pWrappedKey",
                    "Its user key material is not that of the parameter.",
                    "6.46.5.1",
                    "Pass NULL_PTR as pUKM to take that of the wrapped key.");
        }
        byte[] material = transport.material().array();
        byte[] wrappingKey = wrappingKey(
                curve,
                transport.set(),
                GostCiphers.value(receiver),
                transport.publicKey().array(),
                material);
        return new GostCipher(transport.set())
                .unwrap(crypto, wrappingKey, material, transport.wrapped().array())
                .orElseThrow(() -> GostCiphers.wrongMac(TRANSPORT));
    }

    private static byte[] wrappingKey(
            GostCurve curve, GostSet set, byte[] privateKey, byte[] publicKey, byte[] material) {
        return new GostCipher(set).diversified(curve.agree(privateKey, publicKey, material), material);
    }

    private static GostCurve curve(AttributeMap key) {
        return GostKeys.curve(key, Ckr.KEY_TYPE_INCONSISTENT);
    }

    /// Keys need not say a cipher's set; CryptoPro's first is the usual one.
    private static GostSet set(AttributeMap key) {
        return key.bytes(Cka.GOST28147_PARAMS).length == 0 ? GostSet.CRYPTO_PRO_A : GostKeys.set(key);
    }
}
