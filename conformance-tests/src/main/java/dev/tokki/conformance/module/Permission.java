package dev.tokki.conformance.module;

/// What a test may do to a module's token, and what the module's set-up offers beyond one token.
public enum Permission {
    /// Initialise the token again, which destroys its objects (C_InitToken).
    REINITIALISE("its token may not be initialised again"),
    /// Change the user's PIN, and give wrong ones although that may lock it.
    RISK_PINS("its user's PIN may not be changed or locked"),
    /// Change the SO's PIN, and give wrong ones although that may lock it: a token whose SO is locked out cannot be
    /// initialised again.
    RISK_SO_PIN("the PIN of its SO may not be changed or locked"),
    /// Log the SO in although the user's PIN is set.
    SO_LOGIN("its SO cannot log in"),
    /// A slot with a token that was never initialised.
    BLANK_TOKEN("it offers no token that was never initialised"),
    /// A second application, a process of its own for a native module.
    OTHER_APPLICATION("no second application can use it");

    private final String lack;

    Permission(String lack) {
        this.lack = lack;
    }

    /// {@return what to say of a module without it}
    public String lack() {
        return lack;
    }
}
