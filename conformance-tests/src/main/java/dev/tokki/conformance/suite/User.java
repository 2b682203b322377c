package dev.tokki.conformance.suite;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cku;
import dev.tokki.conformance.module.TokenFacts;

/// Who logs in.
public enum User {
    /// The security officer.
    SO(Cku.SO),
    /// The normal user.
    USER(Cku.USER),
    /// Whoever is logged in, once more for one operation (section 4.9, `CKA_ALWAYS_AUTHENTICATE`).
    CONTEXT_SPECIFIC(Cku.CONTEXT_SPECIFIC);

    private final long type;

    User(long type) {
        this.type = type;
    }

    /// {@return `CKU_…`}
    public long type() {
        return type;
    }

    /// {@return the PIN of this user on a prepared token}
    public Bytes pin(TokenFacts token) {
        return this == SO ? token.soPin() : token.userPin();
    }
}
