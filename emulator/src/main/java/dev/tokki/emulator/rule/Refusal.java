package dev.tokki.emulator.rule;

import dev.tokki.api.Reason;
import dev.tokki.api.Rv;

/// A call refused: thrown where the rule is known, caught once at the engine's edge. It has no stack trace,
/// since it is no fault of the engine.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Rv rv;
    private final transient Reason reason;

    private Refusal(Rv rv, Reason reason) {
        super(rv + ": " + reason, null, false, false);
        this.rv = rv;
        this.reason = reason;
    }

    /// {@return a refusal}
    ///
    /// @param ckr the return value, one of [dev.tokki.api.constant.Ckr]
    /// @param subject the argument, attribute, key or state at fault
    /// @param rule what the specification demands and what was found instead
    /// @param section the section that says so
    /// @param remedy what would make the call succeed
    public static Refusal of(long ckr, String subject, String rule, String section, String remedy) {
        return new Refusal(new Rv(ckr), new Reason(subject, rule, section, remedy));
    }

    /// {@return the same refusal with another return value}
    public Refusal as(long ckr) {
        return new Refusal(new Rv(ckr), reason);
    }

    /// {@return the return value}
    public Rv rv() {
        return rv;
    }

    /// {@return the reason}
    public Reason reason() {
        return reason;
    }
}
