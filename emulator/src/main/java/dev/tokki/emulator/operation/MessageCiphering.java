package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.mechanism.work.CipherMessage;
import dev.tokki.emulator.mechanism.work.MessageCipher;

/// A message-based encryption or decryption in progress (sections 5.9 and 5.11): between messages, or in one.
public final class MessageCiphering implements Operation {
    private final MessageCipher cipher;
    private final KeyUse use;
    private final Function beginning;
    private final Messages<CipherMessage> messages = new Messages<>();

    /// @param cipher the mechanism with its key
    /// @param use how it uses its key
    /// @param beginning the function that begins a message in parts
    public MessageCiphering(MessageCipher cipher, KeyUse use, Function beginning) {
        this.cipher = cipher;
        this.use = use;
        this.beginning = beginning;
    }

    @Override
    public KeyUse use() {
        return use;
    }

    /// Refuses what comes between messages only.
    public void checkBetween(Function function) {
        messages.checkNone(function);
    }

    /// Refuses the parameter of a message, and a key that waits for its PIN.
    public void check(Parameter parameter) {
        cipher.check(parameter);
        use.check();
    }

    /// {@return a message in one part (C_EncryptMessage, C_DecryptMessage)}
    public CipherMessage.End whole(Parameter parameter, byte[] associatedData, byte[] input) {
        try {
            CipherMessage message = cipher.begin(parameter, associatedData);
            return message.finish(input, message.parameter());
        } finally {
            use.used();
        }
    }

    /// Begins a message in several parts.
    ///
    /// @return its parameter, with the initialisation vector that was made
    public Parameter begin(Parameter parameter, byte[] associatedData) {
        use.check();
        CipherMessage message = cipher.begin(parameter, associatedData);
        messages.begin(message);
        return message.parameter();
    }

    /// {@return how much output a part gives at most}
    public long length(long inputLength, boolean isLast, Function function) {
        CipherMessage message = messages.current(function, beginning);
        return isLast ? message.finishLength(inputLength) : message.updateLength(inputLength);
    }

    /// {@return output for a part}
    public byte[] part(byte[] input, Function function) {
        return messages.current(function, beginning).update(input);
    }

    /// {@return output for the last part; the message is over, whatever comes of it}
    public CipherMessage.End lastPart(byte[] input, Parameter parameter, Function function) {
        CipherMessage message = messages.current(function, beginning);
        endMessage();
        return message.finish(input, parameter);
    }

    /// The message in progress is over; none is fine.
    public void endMessage() {
        messages.end();
        use.used();
    }
}
