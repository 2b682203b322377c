package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.AesParameter.CcmMessage;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.message.AeadMessages;
import dev.tokki.emulator.mechanism.message.MessageParameter;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.util.Optional;

/// Messages of AES-CCM, sections 6.13.4 and 6.13.5.
final class CcmMessages {
    private static final ParameterRule<MessageParameter> RULE =
            new ParameterRule<>("CK_CCM_MESSAGE_PARAMS", "6.13.7.6", (mechanism, rule) -> read(mechanism.parameter()));

    /// AES-CCM's way with messages. Keys have the length they have, and `ulDataLen` is 0 (section 6.13.5).
    static final AeadMessages MESSAGES = new AeadMessages(
            "6.13.4",
            Wraps.allKeys(1, "6.13.5"),
            CcmMessages::read,
            (crypto, parameter, aad, key) ->
                    Ccm.encrypt(crypto, parameter(parameter, aad, dataLength(parameter.given())), key),
            (crypto, parameter, aad, key) -> Ccm.encrypt(crypto, parameter(parameter, aad, -1), key));

    private CcmMessages() {}

    private static CcmParameter parameter(MessageParameter message, byte[] aad, long dataLength) {
        return new CcmParameter(dataLength, message.iv(), Bytes.of(aad), message.tagLength(), Optional.empty());
    }

    private static long dataLength(Parameter given) {
        return given instanceof CcmMessage ccm ? ccm.dataLength() : -1;
    }

    private static MessageParameter read(Parameter given) {
        if (given instanceof CcmMessage ccm) {
            return read(ccm);
        }
        throw RULE.wrong("pParameter", "It must be a CK_CCM_MESSAGE_PARAMS; it is " + given + ".", "Pass one.");
    }

    private static MessageParameter read(CcmMessage ccm) {
        byte[] mac = ParameterRule.bytes(RULE, "pMAC", ccm.mac());
        CcmParameter.of(ccm.dataLength(), ccm.nonce(), Bytes.of(), mac.length, Optional.empty());
        return new MessageParameter(
                ccm,
                Bytes.of(ccm.nonce().copy()),
                ccm.nonceFixedBits(),
                ccm.nonceGenerator(),
                Bytes.of(mac),
                (nonce, made) ->
                        new CcmMessage(ccm.dataLength(), nonce, ccm.nonceFixedBits(), ccm.nonceGenerator(), made));
    }
}
