package dev.tokki.emulator.token;

import java.util.Optional;

/// A protected authentication path (`CKF_PROTECTED_AUTHENTICATION_PATH`): where PINs are entered that do not
/// come through the library. It is asked when the application passes NULL_PTR for a PIN.
@FunctionalInterface
public interface PinPad {
    /// Which PIN is asked for.
    enum Prompt {
        /// The PIN of the Security Officer.
        SO_PIN,
        /// The PIN of the normal user.
        USER_PIN,
        /// The PIN that becomes the Security Officer's.
        NEW_SO_PIN,
        /// The PIN that becomes the normal user's.
        NEW_USER_PIN
    }

    /// {@return the PIN in UTF-8, not kept by the token; nothing if the person at the pad cancels
    /// (`CKR_FUNCTION_CANCELED`)}
    ///
    /// @param prompt which PIN
    /// @param label the label of the token, empty for a fresh one
    Optional<byte[]> ask(Prompt prompt, String label);
}
