package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.AesParameter.GcmMessage;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.message.AeadMessages;
import dev.tokki.emulator.mechanism.message.MessageParameter;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.util.Optional;

/// Messages of AES-GCM, sections 6.13.2 and 6.13.3.
final class GcmMessages {
    private static final ParameterRule<MessageParameter> RULE =
            new ParameterRule<>("CK_GCM_MESSAGE_PARAMS", "6.13.7.3", (mechanism, rule) -> read(mechanism.parameter()));

    /// AES-GCM's way with messages.
    static final AeadMessages MESSAGES = new AeadMessages(
            "6.13.2",
            Wraps.allKeys(1, "6.13.3"),
            GcmMessages::read,
            (crypto, parameter, aad, key) -> Gcm.encrypt(
                    crypto,
                    new GcmParameter(parameter.iv(), Bytes.of(aad), parameter.tagLength(), Optional.empty()),
                    key));

    private GcmMessages() {}

    private static MessageParameter read(Parameter given) {
        if (given instanceof GcmMessage gcm) {
            return read(gcm);
        }
        throw RULE.wrong("pParameter", "It must be a CK_GCM_MESSAGE_PARAMS; it is " + given + ".", "Pass one.");
    }

    private static MessageParameter read(GcmMessage gcm) {
        byte[] vector = ParameterRule.bytes(RULE, "pIv", gcm.iv());
        if (vector.length == 0) {
            throw RULE.wrong("ulIvLen", "The initialisation vector must have at least 1 byte.", "Pass 12 bytes.");
        }
        if (gcm.tagBits() < 0 || gcm.tagBits() > 128 || gcm.tagBits() % 8 != 0) {
            throw RULE.wrong(
                    "ulTagBits",
                    "The tag has 0 to 128 bits, in whole bytes; asked for were " + Long.toUnsignedString(gcm.tagBits())
                            + ".",
                    "Pass 128.");
        }
        byte[] tag = ParameterRule.bytes(RULE, "pTag", gcm.tag());
        if (8L * tag.length != gcm.tagBits()) {
            throw RULE.wrong(
                    "pTag", "There must be room for " + gcm.tagBits() / 8 + " bytes.", "Pass a pointer to as many.");
        }
        return new MessageParameter(
                gcm,
                Bytes.of(vector),
                gcm.ivFixedBits(),
                gcm.ivGenerator(),
                Bytes.of(tag),
                (iv, made) -> new GcmMessage(iv, gcm.ivFixedBits(), gcm.ivGenerator(), made, gcm.tagBits()));
    }
}
