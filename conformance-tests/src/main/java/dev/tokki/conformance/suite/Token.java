package dev.tokki.conformance.suite;

import dev.tokki.api.Bytes;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.constant.Ckf;

/// A token in its slot, as a test speaks of it.
///
/// @param bench where its calls are made
/// @param slot number of its slot
public record Token(Bench bench, long slot) {
    /// {@return what C_GetTokenInfo says now}
    public TokenInfo info() {
        return bench.set(new GetTokenInfo(slot));
    }

    /// {@return whether all these flags are set in the token's information now}
    public boolean has(long flags) {
        return (info().flags() & flags) == flags;
    }

    /// {@return the PIN of a user as it was prepared}
    public Bytes pin(User user) {
        return user.pin(bench.stage().token());
    }

    /// {@return a new read/write session}
    public Session readWrite() {
        return new Session(this, bench.set(new OpenSession(slot, Ckf.SERIAL_SESSION | Ckf.RW_SESSION)));
    }

    /// {@return a new read-only session}
    public Session readOnly() {
        return new Session(this, bench.set(new OpenSession(slot, Ckf.SERIAL_SESSION)));
    }
}
