package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.Notify;
import dev.tokki.api.constant.Ckn;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;

/// A session's callback (section 5.22.1): control is surrendered to the application before work that may take
/// long.
public final class Surrender {
    private final Optional<Notify> callback;
    private final long application;

    /// Whether the callback is running; under the session's lock.
    private boolean isRunning;

    /// @param callback the callback of C_OpenSession, if there is one
    /// @param application the pointer it is to get
    public Surrender(Optional<Notify> callback, long application) {
        this.callback = callback;
        this.application = application;
    }

    /// Calls back.
    ///
    /// @throws Refusal `CKR_FUNCTION_CANCELED` if the application does not want to go on
    void to(long session, Function function) {
        if (callback.isEmpty()) {
            return;
        }
        isRunning = true;
        try {
            if (callback.get().notify(session, Ckn.SURRENDER, application) == Ckr.CANCEL) {
                throw Refusal.of(
                        Ckr.FUNCTION_CANCELED,
                        "Notify (C_OpenSession)",
                        "The callback returned CKR_CANCEL.",
                        function.section(),
                        "Return CKR_OK to go on.");
            }
        } finally {
            isRunning = false;
        }
    }

    /// Refuses what a callback must not do (section 5.6.5).
    ///
    /// @throws Refusal `CKR_FUNCTION_FAILED`
    public void checkOutside(Function function) {
        if (isRunning) {
            throw Refusal.of(
                    Ckr.FUNCTION_FAILED,
                    function.cName(),
                    "It was called from the session's callback.",
                    function.section(),
                    "Return CKR_CANCEL from the callback instead.");
        }
    }
}
