package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;

/// The message in progress within a message-based process, if there is one.
///
/// @param <M> the message
final class Messages<M> {
    private Optional<M> current = Optional.empty();

    /// Refuses a parameter of a message that says more than the mechanism's own: no signature mechanism has one
    /// for each message.
    ///
    /// @throws Refusal `CKR_MECHANISM_PARAM_INVALID`
    static void checkParameter(Parameter given, Parameter own, Function function) {
        boolean isAbsent = given instanceof Parameter.None
                || (given instanceof Parameter.Raw raw && raw.bytes().length() == 0);
        if (!isAbsent && !given.equals(own)) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    "pParameter",
                    "The mechanism has no parameter for each message; one was given that is not the mechanism's own.",
                    function.section(),
                    "Pass NULL_PTR and length 0.");
        }
    }

    /// Refuses what comes between messages only.
    ///
    /// @throws Refusal `CKR_OPERATION_ACTIVE`
    void checkNone(Function function) {
        if (current.isPresent()) {
            throw Refusal.of(
                    Ckr.OPERATION_ACTIVE,
                    "the message in progress",
                    function + " comes between messages, and one in several parts is not over.",
                    function.section(),
                    "Give its last part first, or cancel the process with C_SessionCancel.");
        }
    }

    void begin(M message) {
        current = Optional.of(message);
    }

    void end() {
        current = Optional.empty();
    }

    /// {@return the message in progress}
    ///
    /// @throws Refusal `CKR_OPERATION_NOT_INITIALIZED`
    M current(Function function, Function beginning) {
        return current.orElseThrow(() -> Refusal.of(
                Ckr.OPERATION_NOT_INITIALIZED,
                "the process",
                function + " continues a message that " + beginning + " begins, and none is in progress.",
                function.section(),
                "Call " + beginning + " first; the last part and an error end a message."));
    }
}
