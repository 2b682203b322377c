package dev.tokki.emulator.mechanism.rsa;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.RsaParameter;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.RsaKey;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.RsaKeys;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.mechanism.wrap.TransportKey;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import dev.tokki.emulator.rule.Refusal;
import java.util.Arrays;
import java.util.List;

/// RSA AES key wrap, section 6.1.19: a temporary AES key by OAEP, and the key itself by that one.
final class RsaAesWrap {
    static final String SECTION = "6.1.19";

    /// What the mechanism needs of its parameter.
    ///
    /// @param aesLength the length of the temporary key in bytes
    /// @param oaep how it is encrypted
    record Chosen(int aesLength, OaepParameter oaep) {}

    /// `CK_RSA_AES_KEY_WRAP_PARAMS`.
    static final ParameterRule<Chosen> RULE = ParameterRule.structure(
            "CK_RSA_AES_KEY_WRAP_PARAMS", "6.1.20.1", RsaParameter.AesKeyWrap.class, RsaAesWrap::chosen);

    private RsaAesWrap() {}

    private static Chosen chosen(RsaParameter.AesKeyWrap given, ParameterRule<?> rule) {
        int length = TransportKey.length(given.aesKeyBits(), rule);
        RsaParameter.Oaep oaep = given.oaep();
        if (oaep == null) {
            throw rule.wrong("pOAEPParams", "It is NULL_PTR.", "Pass a CK_RSA_PKCS_OAEP_PARAMS.");
        }
        return new Chosen(length, OaepParameter.of(oaep, rule));
    }

    static Wrapped wrap(Crypto crypto, Chosen chosen, Use.Wrapping input) {
        RsaCiphers oaep = RsaCiphers.oaep(chosen.oaep());
        RsaKey<?> rsa = RsaKeys.publicKey(crypto, input.wrappingKey());
        checkRoom(rsa, oaep, chosen, Ckr.WRAPPING_KEY_SIZE_RANGE);
        byte[] aes = crypto.randomBytes(chosen.aesLength());
        try (TransportKey transport = new TransportKey(aes, SECTION)) {
            byte[] front = Wraps.asWrapping(
                    () -> oaep.encrypt(crypto, input.wrappingKey()).finish(aes));
            return new Wrapped(Bytes.of(transport.wrap(crypto, front, input.key())), Parameter.none());
        }
    }

    static List<Attribute> unwrap(Crypto crypto, Chosen chosen, Use.Unwrapping input) {
        RsaCiphers oaep = RsaCiphers.oaep(chosen.oaep());
        RsaKey<?> rsa = RsaKeys.privateKey(crypto, input.unwrappingKey());
        checkRoom(rsa, oaep, chosen, Ckr.UNWRAPPING_KEY_SIZE_RANGE);
        byte[] wrapped = input.wrapped().array();
        if (wrapped.length <= rsa.length()) {
            throw TransportKey.tooShort((long) wrapped.length - rsa.length(), SECTION);
        }
        byte[] aes = Wraps.asUnwrapping(
                () -> oaep.decrypt(crypto, input.unwrappingKey()).finish(Arrays.copyOf(wrapped, rsa.length())));
        try (TransportKey transport = new TransportKey(aes, SECTION)) {
            if (aes.length != chosen.aesLength()) {
                throw RULE.wrong(
                        "ulAESKeyBits",
                        "The temporary key has another length than the parameter says.",
                        "Pass the parameter of the wrapping.");
            }
            return transport.unwrap(
                    crypto, Arrays.copyOfRange(wrapped, rsa.length(), wrapped.length), input.template());
        }
    }

    private static void checkRoom(RsaKey<?> rsa, RsaCiphers oaep, Chosen chosen, long tooSmall) {
        int needed = oaep.overhead() + chosen.aesLength();
        if (rsa.length() < needed) {
            throw Refusal.of(
                    tooSmall,
                    "the key",
                    "The padding and the temporary key need " + needed + " bytes; the modulus has " + rsa.length()
                            + ".",
                    SECTION,
                    "Use a larger RSA key, a shorter hash or a shorter AES key.");
        }
    }
}
