package dev.tokki.emulator.mechanism.ec;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.EcParameter;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.EcKeys;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.mechanism.wrap.TransportKey;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;

/// ECDH AES key wrap, sections 6.3.20 to 6.3.22: an ephemeral key pair agrees with the wrapping key on a temporary
/// AES key, which wraps the key itself.
///
/// What comes first is the ephemeral public key as `CKA_EC_POINT` tells it: in a DER octet string for short
/// Weierstrass curves (section 6.3.21 says so, 6.3.20 leaves it open), bare for Montgomery curves. A bare point is
/// taken too: whole semiblocks must follow, so that one of the two lengths can be right.
///
/// @param withCofactor whether the cofactor is multiplied in
/// @param section the section of the mechanism
record EcdhAesWrap(boolean withCofactor, String section) {
    /// What the mechanisms need of their parameter.
    ///
    /// @param aesLength the length of the temporary key in bytes
    /// @param agreement how it comes from the shared secret
    record Chosen(int aesLength, EcdhParameter agreement) {}

    /// `CK_ECDH_AES_KEY_WRAP_PARAMS`.
    static final ParameterRule<Chosen> RULE = ParameterRule.structure(
            "CK_ECDH_AES_KEY_WRAP_PARAMS",
            "6.3.23.1",
            EcParameter.AesKeyWrap.class,
            (given, rule) -> new Chosen(
                    TransportKey.length(given.aesKeyBits(), rule),
                    EcdhParameter.of(given.kdf(), given.sharedData(), Bytes.EMPTY, rule)));

    private static final int SEMIBLOCK = 8;

    Declaration<Chosen> of(Declaration<Chosen> declaration) {
        return declaration.can(Use.WRAP, this::wrap).can(Use.UNWRAP, this::unwrap);
    }

    private Wrapped wrap(Crypto crypto, Chosen chosen, Use.Wrapping input) {
        EcdhKem.Shared shared = EcdhKem.share(crypto, input.wrappingKey(), withCofactor);
        byte[] point = shared.publicKey().array();
        byte[] front = EcdhKem.isMontgomery(input.wrappingKey().attributes()) ? point : EcKeys.inOctetString(point);
        try (TransportKey transport = transport(chosen, shared.secret().array(), Ckr.WRAPPING_KEY_SIZE_RANGE)) {
            return new Wrapped(Bytes.of(transport.wrap(crypto, front, input.key())), Parameter.none());
        }
    }

    private List<Attribute> unwrap(Crypto crypto, Chosen chosen, Use.Unwrapping input) {
        byte[] wrapped = input.wrapped().array();
        int front = frontLength(input.unwrappingKey(), wrapped.length);
        byte[] secret = EcdhKem.opened(
                crypto, input.unwrappingKey(), Arrays.copyOf(wrapped, front), withCofactor, "pWrappedKey", section);
        try (TransportKey transport = transport(chosen, secret, Ckr.UNWRAPPING_KEY_SIZE_RANGE)) {
            return transport.unwrap(crypto, Arrays.copyOfRange(wrapped, front, wrapped.length), input.template());
        }
    }

    private int frontLength(KeyView key, int length) {
        int front;
        if (EcdhKem.isMontgomery(key.attributes())) {
            front = EcKeys.montgomery(key.attributes()).keyLength();
        } else {
            byte[] point = EcKeys.privateKey(key).publicKey().octets();
            int inDer = EcKeys.inOctetString(point).length;
            front = (length - point.length) % SEMIBLOCK == 0 ? point.length : inDer;
        }
        if (length <= front || (length - front) % SEMIBLOCK != 0) {
            throw TransportKey.tooShort((long) length - front, section);
        }
        return front;
    }

    /// "The first ulAESKeyBits bits of the derived key."
    private TransportKey transport(Chosen chosen, byte[] secret, long tooSmall) {
        EcdhParameter agreement = chosen.agreement();
        byte[] aes = agreement
                .kdf()
                .map(kdf -> kdf.function()
                        .derive(
                                kdf.hash().algorithm(),
                                secret,
                                agreement.sharedData().array(),
                                chosen.aesLength()))
                .orElseGet(() -> {
                    if (secret.length < chosen.aesLength()) {
                        throw Refusal.of(
                                tooSmall,
                                "the key",
                                "With CKD_NULL the temporary key is the beginning of the shared secret, which has "
                                        + secret.length + " bytes on this curve; asked for were " + chosen.aesLength()
                                        + ".",
                                section,
                                "Use a shorter AES key, a larger curve or a key derivation function.");
                    }
                    return Arrays.copyOf(secret, chosen.aesLength());
                });
        return new TransportKey(aes, section);
    }
}
