package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.parameter.Parameter;

/// Encrypts or decrypts messages, one after the other, with one key (sections 5.9 and 5.11).
///
/// A message and its ciphertext have the same length: what authenticates them is in the parameter.
public interface MessageCipher {
    /// Refuses the parameter of a message; nothing else happens.
    ///
    /// @throws dev.tokki.emulator.rule.Refusal `CKR_MECHANISM_PARAM_INVALID`
    void check(Parameter parameter);

    /// {@return a message begun}
    ///
    /// @param parameter the parameter of the message
    /// @param associatedData data authenticated but not encrypted
    CipherMessage begin(Parameter parameter, byte[] associatedData);
}
