package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;

/// The two rules between operations in one part and in several.
final class Multipart {
    private Multipart() {}

    /// Refuses parts to a mechanism that takes all data at once.
    ///
    /// @throws Refusal `CKR_OPERATION_NOT_INITIALIZED`, since no operation in parts is in progress
    static void check(boolean takesParts, Function function) {
        if (!takesParts) {
            throw Refusal.of(
                    Ckr.OPERATION_NOT_INITIALIZED,
                    "the mechanism",
                    "It takes its data in one part, so no operation in several parts was begun.",
                    function.section(),
                    "Give all data to the one-part function (C_Encrypt, C_Decrypt, C_Sign, C_Verify, …).");
        }
    }

    /// {@return the refusal of a one-part function after parts}
    static Refusal alreadyInParts(Function function) {
        return Refusal.of(
                Ckr.OPERATION_ACTIVE,
                "the operation",
                "Parts of its data came in already, and " + function + " cannot end an operation in several parts.",
                function.section(),
                "Finish it with the function of the last part (C_EncryptFinal, C_SignFinal, …).");
    }
}
