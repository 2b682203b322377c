package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.EcPrivateKey;
import dev.tokki.emulator.crypto.EcPublicKey;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;

/// Diffie-Hellman on curves, sections 6.3.17 and 6.3.18.
final class Ecdh {
    private static final String SECTION = "6.3.17";

    private Ecdh() {}

    static List<Attribute> derive(Crypto crypto, EcdhParameter parameter, Use.Derivation input) {
        return derived(crypto, parameter, input, false);
    }

    static List<Attribute> deriveWithCofactor(Crypto crypto, EcdhParameter parameter, Use.Derivation input) {
        return derived(crypto, parameter, input, true);
    }

    private static List<Attribute> derived(
            Crypto crypto, EcdhParameter parameter, Use.Derivation input, boolean withCofactor) {
        byte[] secret = agree(crypto, input.baseKey(), parameter.otherParty(), withCofactor);
        DerivedKey key = DerivedKey.ofTemplate(input.template(), SECTION);
        return key.agreed(value(parameter, secret, key), input.baseKey());
    }

    /// {@return the secret of a private key and another party's public key}
    static byte[] agree(Crypto crypto, KeyView key, byte[] other, boolean withCofactor) {
        if (key.attributes().ulong(Cka.KEY_TYPE, -1) == Ckk.EC_MONTGOMERY) {
            return agreeMontgomery(key.attributes(), other);
        }
        EcPrivateKey own = EcKeys.privateKey(key);
        EcPublicKey point = EcKeys.point(own.curve(), other)
                .orElseThrow(() ->
                        invalid("It is no point of the curve " + own.curve().name() + "."));
        return own.agree(crypto, point, withCofactor);
    }

    private static byte[] agreeMontgomery(AttributeMap key, byte[] other) {
        MontgomeryCurve curve = EcKeys.montgomery(key);
        if (other.length != curve.keyLength()) {
            throw invalid("A public key of " + curve.curveName() + " has " + curve.keyLength() + " bytes; this one has "
                    + other.length + ".");
        }
        return curve.agree(EcKeys.privateBytes(curve, key), other)
                .orElseThrow(() -> invalid("It is a point of small order: the shared secret would be known to all."));
    }

    /// {@return the value of the key: the secret itself loses bytes at its beginning where the key is
    /// shorter; a function makes as many as needed}
    static byte[] value(EcdhParameter parameter, byte[] secret, DerivedKey derived) {
        return parameter
                .kdf()
                .map(kdf -> kdf.function()
                        .derive(
                                kdf.hash().algorithm(),
                                secret,
                                parameter.sharedData().array(),
                                derived.length()))
                .orElseGet(() -> {
                    int length = derived.lengthWithin(secret.length);
                    return Arrays.copyOfRange(secret, secret.length - length, secret.length);
                });
    }

    private static Refusal invalid(String rule) {
        return Refusal.of(
                Ckr.PUBLIC_KEY_INVALID,
                "CK_ECDH1_DERIVE_PARAMS.pPublicData",
                rule,
                "6.3.16.5",
                "Pass the other party's public key on the same curve.");
    }
}
