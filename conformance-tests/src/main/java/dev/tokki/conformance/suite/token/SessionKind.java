package dev.tokki.conformance.suite.token;

import dev.tokki.api.constant.Cks;

/// The five states of a session.
enum SessionKind {
    RO_PUBLIC("read-only, nobody logged in", Cks.RO_PUBLIC_SESSION),
    RW_PUBLIC("read/write, nobody logged in", Cks.RW_PUBLIC_SESSION),
    RO_USER("read-only, the user logged in", Cks.RO_USER_FUNCTIONS),
    RW_USER("read/write, the user logged in", Cks.RW_USER_FUNCTIONS),
    RW_SO("read/write, the SO logged in", Cks.RW_SO_FUNCTIONS);

    private final String title;
    private final long state;

    SessionKind(String title, long state) {
        this.title = title;
        this.state = state;
    }

    long state() {
        return state;
    }

    @Override
    public String toString() {
        return title;
    }
}
