package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckf;

/// The kinds of operations; a session has at most one of each in progress.
public enum Kind {
    /// Encryption, section 5.8.
    ENCRYPTION(Function.ENCRYPT_INIT, Ckf.ENCRYPT),
    /// Decryption, section 5.10.
    DECRYPTION(Function.DECRYPT_INIT, Ckf.DECRYPT),
    /// Message digesting, section 5.12.
    DIGESTING(Function.DIGEST_INIT, Ckf.DIGEST),
    /// Signing and MACing, section 5.13.
    SIGNING(Function.SIGN_INIT, Ckf.SIGN),
    /// Verifying, whether the signature comes last or first, section 5.15.
    VERIFICATION(Function.VERIFY_INIT, Ckf.VERIFY),
    /// Signing with recovery of the data, section 5.13.5.
    SIGN_RECOVERY(Function.SIGN_RECOVER_INIT, Ckf.SIGN_RECOVER),
    /// Recovering signed data, section 5.15.5.
    VERIFY_RECOVERY(Function.VERIFY_RECOVER_INIT, Ckf.VERIFY_RECOVER),
    /// Encrypting messages, section 5.9.
    MESSAGE_ENCRYPTION(Function.MESSAGE_ENCRYPT_INIT, Ckf.MESSAGE_ENCRYPT),
    /// Decrypting messages, section 5.11.
    MESSAGE_DECRYPTION(Function.MESSAGE_DECRYPT_INIT, Ckf.MESSAGE_DECRYPT),
    /// Signing messages, section 5.14.
    MESSAGE_SIGNING(Function.MESSAGE_SIGN_INIT, Ckf.MESSAGE_SIGN),
    /// Verifying messages, section 5.16.
    MESSAGE_VERIFICATION(Function.MESSAGE_VERIFY_INIT, Ckf.MESSAGE_VERIFY),
    /// Searching for objects, section 5.7.
    SEARCH(Function.FIND_OBJECTS_INIT, Ckf.FIND_OBJECTS);

    private final Function initialiser;
    private final long flag;

    Kind(Function initialiser, long flag) {
        this.initialiser = initialiser;
        this.flag = flag;
    }

    /// {@return whether C_GetOperationState saves it (section 5.6.6); recovery works at one go, and messages have
    /// states of their own}
    boolean isSavable() {
        return switch (this) {
            case ENCRYPTION, DECRYPTION, DIGESTING, SIGNING, VERIFICATION -> true;
            case SIGN_RECOVERY,
                    VERIFY_RECOVERY,
                    MESSAGE_ENCRYPTION,
                    MESSAGE_DECRYPTION,
                    MESSAGE_SIGNING,
                    MESSAGE_VERIFICATION,
                    SEARCH -> false;
        };
    }

    /// {@return the function that begins one}
    Function initialiser() {
        return initialiser;
    }

    /// {@return the flag of `CK_MECHANISM_INFO` by which C_SessionCancel names it}
    long flag() {
        return flag;
    }
}
