package dev.tokki.emulator.object;

import dev.tokki.storage.StoredToken;

/// The token objects of one token, shared by all applications; what is changed is in the store before anybody sees it.
public final class TokenObjects {
    private final StoredToken token;

    private TokenObjects(StoredToken token) {
        this.token = token;
    }

    /// {@return the objects of a token; private ones stay sealed until a user logs in}
    public static TokenObjects open(StoredToken token) {
        return new TokenObjects(token);
    }

    StoredToken token() {
        return token;
    }
}
