package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;

/// A message being encrypted or decrypted.
public interface CipherMessage {
    /// The end of a message.
    ///
    /// @param output the rest of the output
    /// @param parameter the parameter as the end left it, with its tag
    record End(Bytes output, Parameter parameter) {}

    /// {@return the parameter as the beginning left it: with the initialisation vector that was made}
    Parameter parameter();

    /// {@return the most bytes that [#update] returns for `inputLength` further bytes}
    long updateLength(long inputLength);

    /// {@return how many bytes [#finish] returns for `inputLength` further bytes}
    long finishLength(long inputLength);

    /// {@return output for a part of the input}
    byte[] update(byte[] input);

    /// Ends the message with its last part.
    ///
    /// @param given the parameter passed with the last part, which holds the tag of a message to decrypt
    /// @throws dev.tokki.emulator.rule.Refusal `CKR_AEAD_DECRYPT_FAILED`
    End finish(byte[] input, Parameter given);
}
