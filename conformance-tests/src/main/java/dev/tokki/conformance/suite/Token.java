package dev.tokki.conformance.suite;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Sessions.CloseAllSessions;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.GetMechanismList;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Ckf;
import dev.tokki.conformance.module.TokenFacts;
import java.util.List;

/// A token in its slot, as a test speaks of it. A verb must succeed for the test to go on; a participle gives an
/// [Answer] to be judged.
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

    /// {@return the mechanisms it lists}
    public List<Long> mechanisms() {
        long count = bench.set(new GetMechanismList(slot, Buffer.query())).count();
        return bench.set(new GetMechanismList(slot, Buffer.of(count))).stream()
                .boxed()
                .toList();
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

    /// Opens a session with these flags.
    public Answer<Long> opening(long flags) {
        return bench.expect(new OpenSession(slot, flags));
    }

    /// Closes all sessions of the application.
    public Answer<Void> closingAll() {
        return bench.expect(new CloseAllSessions(slot));
    }

    /// Initialises the token, which destroys what it holds.
    ///
    /// @param soPin the SO's PIN
    /// @param label the label, padded here
    public Answer<Void> initialising(Bytes soPin, String label) {
        return bench.expect(new InitToken(slot, soPin, TokenFacts.padded(label)));
    }
}
