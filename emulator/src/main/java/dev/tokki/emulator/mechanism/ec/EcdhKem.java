package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.EcPrivateKey;
import dev.tokki.emulator.crypto.EcPublicKey;
import dev.tokki.emulator.crypto.MontgomeryCurve;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;

/// Diffie-Hellman on curves as a KEM, sections 6.3.17 and 6.3.18: the ciphertext is an ephemeral public key.
final class EcdhKem {
    private static final String SECTION = "6.3.17";

    private EcdhKem() {}

    /// An ephemeral key pair's public half and the secret it shares.
    record Shared(Bytes publicKey, Bytes secret) {}

    static Maker<EcdhParameter, Use.Encapsulating, Encapsulator> encapsulate(boolean withCofactor) {
        return (crypto, parameter, input) -> {
            parameter.checkNoOtherParty();
            DerivedKey derived = DerivedKey.ofTemplate(input.template(), SECTION);
            return new Encapsulator(ciphertextLength(input.publicKey().attributes()), () -> {
                Shared shared = share(crypto, input.publicKey(), withCofactor);
                byte[] value = Ecdh.value(parameter, shared.secret().array(), derived);
                return new Encapsulator.Made(shared.publicKey(), SecretKeys.attributes(derived.keyType(), value));
            });
        };
    }

    static Maker<EcdhParameter, Use.Decapsulating, List<Attribute>> decapsulate(boolean withCofactor) {
        return (crypto, parameter, input) -> {
            parameter.checkNoOtherParty();
            DerivedKey derived = DerivedKey.ofTemplate(input.template(), SECTION);
            byte[] secret = opened(
                    crypto, input.privateKey(), input.ciphertext().array(), withCofactor, "pCiphertext", SECTION);
            return SecretKeys.attributes(derived.keyType(), Ecdh.value(parameter, secret, derived));
        };
    }

    private static long ciphertextLength(AttributeMap key) {
        return isMontgomery(key)
                ? EcKeys.montgomery(key).keyLength()
                : EcKeys.publicKey(key).octets().length;
    }

    static Shared share(Crypto crypto, KeyView key, boolean withCofactor) {
        if (isMontgomery(key.attributes())) {
            MontgomeryCurve curve = EcKeys.montgomery(key.attributes());
            byte[] ephemeral = curve.generate(crypto.random());
            byte[] secret = curve.agree(ephemeral, EcKeys.publicBytes(curve, key.attributes()))
                    .orElseThrow(EcdhKem::smallOrder);
            return new Shared(Bytes.of(curve.publicKey(ephemeral)), Bytes.of(secret));
        }
        EcPublicKey other = EcKeys.publicKey(key);
        EcPrivateKey ephemeral = other.curve().generate(crypto);
        byte[] secret = ephemeral.agree(crypto, other, withCofactor);
        return new Shared(Bytes.of(ephemeral.publicKey().octets()), Bytes.of(secret));
    }

    /// {@return the secret shared with the owner of a public key that came with a ciphertext or a wrapped key}
    static byte[] opened(
            Crypto crypto, KeyView key, byte[] publicKey, boolean withCofactor, String subject, String section) {
        try {
            return Ecdh.agree(crypto, key, publicKey, withCofactor);
        } catch (Refusal refusal) {
            if (!refusal.rv().is(Ckr.PUBLIC_KEY_INVALID)) {
                throw refusal;
            }
            throw Refusal.of(
                    Ckr.WRAPPED_KEY_INVALID,
                    subject,
                    refusal.reason().rule(),
                    section,
                    "Pass it as it was made: a public key on the curve of the private key comes first.");
        }
    }

    private static Refusal smallOrder() {
        return Refusal.of(
                Ckr.KEY_HANDLE_INVALID,
                "hPublicKey",
                "Its value is a point of small order: the shared secret would be known to all.",
                SECTION,
                "Use a public key that was generated.");
    }

    static boolean isMontgomery(AttributeMap key) {
        return key.ulong(Cka.KEY_TYPE, -1) == Ckk.EC_MONTGOMERY;
    }
}
