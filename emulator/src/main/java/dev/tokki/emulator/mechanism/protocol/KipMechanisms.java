package dev.tokki.emulator.mechanism.protocol;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.KipParameter.Kip;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import dev.tokki.emulator.mechanism.work.Underlying;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// CT-KIP, section 6.43: keys that a token and a server agree upon (RFC 4758).
public final class KipMechanisms {
    private static final String DERIVE = "6.43.5";
    private static final KeyRule KEYS = KeyRule.secret(KeySize.bits(8, Integer.MAX_VALUE), SecretKeyType.types());
    private static final byte[] GENERATION = TlsPrf.ascii("Key generation");

    private final Underlying others;

    private KipMechanisms(Underlying others) {
        this.others = others;
    }

    /// @param others the mechanisms that wrap underneath
    public static List<Declaration<?>> all(Underlying others) {
        KipMechanisms kip = new KipMechanisms(others);
        return List.of(kip.derivation(), kip.wrapping(), KipMac.declaration(KEYS));
    }

    /// {@return `CK_KIP_PARAMS`, with a mechanism}
    static <P> ParameterRule<P> rule(ParameterRule.Check<Kip, P> check) {
        return ParameterRule.structure("CK_KIP_PARAMS", "6.43.4", Kip.class, (given, rule) -> {
            ParameterRule.bytes(rule, "pSeed", given.seed());
            return check.check(given, rule);
        });
    }

    /// {@return the mechanism underneath}
    static Mechanism underneath(Kip given, ParameterRule<?> rule) {
        Mechanism mechanism = given.mechanism();
        if (mechanism == null) {
            throw rule.wrong("pMechanism", "It is NULL_PTR.", "Pass the mechanism that works underneath.");
        }
        return mechanism;
    }

    private Declaration<?> derivation() {
        return Declaration.of(Ckm.KIP_DERIVE, DERIVE, KEYS, rule(Read::of)).can(Use.DERIVE, KipMechanisms::derive);
    }

    /// A structure and its pseudo-random function.
    private record Read(Kip given, KipPrf prf) {
        static Read of(Kip given, ParameterRule<Read> rule) {
            return new Read(given, KipPrf.of(underneath(given, rule).type(), rule));
        }
    }

    /// `K_TOKEN = CT-KIP-PRF(R_C, "Key generation" || k || R_S, dsLen)` (RFC 4758, 3.5), where the base key is R_C,
    /// `hKey`
    /// is k and the seed R_S.
    private static List<Attribute> derive(Crypto crypto, Read read, Use.Derivation input) {
        AttributeMap template = input.template();
        boolean isOneTime = template.ulong(Cka.CLASS, Cko.SECRET_KEY) == Cko.OTP_KEY;
        DerivedKey key = isOneTime ? oneTime(template) : DerivedKey.ofTemplate(template, DERIVE);
        byte[] contributed = read.given().key() == 0
                ? new byte[0]
                : contribution(input.others().apply(read.given().key()));
        byte[] base = input.baseKey().attributes().bytes(Cka.VALUE);
        read.prf().checkKey(base, Ckr.KEY_SIZE_RANGE);
        byte[] value = read.prf()
                .apply(
                        crypto,
                        base,
                        TlsPrf.joined(
                                TlsPrf.joined(GENERATION, contributed),
                                read.given().seed().array()),
                        key.length());
        List<Attribute> made = new ArrayList<>(key.agreed(value, input.baseKey()));
        if (isOneTime) {
            made.removeIf(attribute -> attribute.type() == Cka.CLASS);
            made.add(Attribute.of(Cka.CLASS, Cko.OTP_KEY));
        }
        return made;
    }

    /// A key of one-time passwords, of which only the class is not that of a secret key.
    private static DerivedKey oneTime(AttributeMap template) {
        OptionalLong length =
                template.has(Cka.VALUE_LEN) ? OptionalLong.of(template.ulong(Cka.VALUE_LEN, -1)) : OptionalLong.empty();
        return new DerivedKey(template.ulong(Cka.KEY_TYPE, Ckk.HOTP), length, true, DERIVE);
    }

    /// {@return what a further key contributes: the modulus of an RSA key, the value of a secret key}
    private static byte[] contribution(KeyView key) {
        AttributeMap attributes = key.attributes();
        boolean isRsa = attributes.ulong(Cka.KEY_TYPE, -1) == Ckk.RSA && attributes.has(Cka.MODULUS);
        if (!isRsa && attributes.ulong(Cka.CLASS, -1) != Cko.SECRET_KEY) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    "CK_KIP_PARAMS.hKey",
                    "It is neither an RSA key nor a secret key.",
                    "6.43.4",
                    "Pass the server's public key, or the key that is shared with it.");
        }
        return attributes.bytes(isRsa ? Cka.MODULUS : Cka.VALUE);
    }

    private Declaration<?> wrapping() {
        String section = "6.43.6";
        ParameterRule<Mechanism> underneath = rule(KipMechanisms::underneath);
        return Declaration.of(Ckm.KIP_WRAP, section, KeyRule.UNDERNEATH, underneath)
                .can(
                        Use.WRAP,
                        (crypto, mechanism, input) -> new Wrapped(
                                others.wrap(crypto, mechanism, input.wrappingKey(), input.key())
                                        .bytes(),
                                dev.tokki.api.parameter.Parameter.none()))
                .can(
                        Use.UNWRAP,
                        (crypto, mechanism, input) -> others.unwrap(
                                crypto,
                                mechanism,
                                input.unwrappingKey(),
                                input.wrapped().array(),
                                input.template()));
    }
}
