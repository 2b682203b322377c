package dev.tokki.conformance.suite;

import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Objects.FindObjects;
import dev.tokki.api.call.Objects.FindObjectsFinal;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.SlotsAndTokens.InitPIN;
import dev.tokki.api.call.SlotsAndTokens.SetPIN;
import java.util.ArrayList;
import java.util.List;

/// An open session, as a test speaks of it. A verb must succeed for the test to go on; a participle gives an [Answer]
/// to
/// be judged.
///
/// @param token the token
/// @param handle the session's handle
public record Session(Token token, long handle) {
    private static final int FOUND_AT_ONCE = 100;

    /// Logs in with the PIN that was prepared.
    public Session login(User user) {
        bench().perform(new Login(handle, user.type(), token.pin(user)));
        return this;
    }

    /// Logs in with the PIN that was prepared.
    public Answer<Void> loggingIn(User user) {
        return loggingIn(user, token.pin(user));
    }

    /// Logs in with a PIN.
    public Answer<Void> loggingIn(User user, Bytes pin) {
        return bench().expect(new Login(handle, user.type(), pin));
    }

    /// Logs out.
    public void logout() {
        bench().perform(new Logout(handle));
    }

    /// Logs out.
    public Answer<Void> loggingOut() {
        return bench().expect(new Logout(handle));
    }

    /// Sets the user's PIN, as the SO.
    public Answer<Void> initialisingPin(Bytes pin) {
        return bench().expect(new InitPIN(handle, pin));
    }

    /// Changes a PIN.
    public Answer<Void> changingPin(Bytes old, Bytes now) {
        return bench().expect(new SetPIN(handle, old, now));
    }

    /// Closes the session.
    public void close() {
        bench().perform(new CloseSession(handle));
    }

    /// Closes the session.
    public Answer<Void> closing() {
        return bench().expect(new CloseSession(handle));
    }

    /// {@return what C_GetSessionInfo says now}
    public SessionInfo info() {
        return bench().set(new GetSessionInfo(handle));
    }

    /// {@return the session's state now, `CKS_…`}
    public long state() {
        return info().state();
    }

    /// {@return the handle of a new object}
    public long create(Draft draft) {
        return bench().set(new CreateObject(handle, draft.template()));
    }

    /// Creates an object.
    public Answer<Long> creating(Draft draft) {
        return bench().expect(new CreateObject(handle, draft.template()));
    }

    /// {@return a new object}
    public Item item(Draft draft) {
        return item(create(draft));
    }

    /// {@return an object of known handle, seen from this session}
    public Item item(long object) {
        return new Item(this, object);
    }

    /// {@return the handle of a new key}
    public long generate(Mechanism mechanism, Draft draft) {
        return bench().set(new GenerateKey(handle, mechanism, draft.template()));
    }

    /// Generates a key.
    public Answer<Long> generating(Mechanism mechanism, Draft draft) {
        return bench().expect(new GenerateKey(handle, mechanism, draft.template()));
    }

    /// {@return the handles of a new key pair}
    public KeyPair generate(Mechanism mechanism, Draft publicKey, Draft privateKey) {
        return bench().set(new GenerateKeyPair(handle, mechanism, publicKey.template(), privateKey.template()));
    }

    /// Generates a key pair.
    public Answer<KeyPair> generating(Mechanism mechanism, Draft publicKey, Draft privateKey) {
        return bench().expect(new GenerateKeyPair(handle, mechanism, publicKey.template(), privateKey.template()));
    }

    /// {@return the handles of all objects that match, after a search that must go without an error}
    public List<Long> find(Draft draft) {
        bench().expect(new FindObjectsInit(handle, draft.template())).succeeds();
        List<Long> found = new ArrayList<>();
        ULongs some;
        do {
            some = bench().expect(new FindObjects(handle, Fill.of(FOUND_AT_ONCE)))
                    .value();
            some.stream().forEach(found::add);
        } while (some.count() > 0 && found.size() < 10_000);
        bench().expect(new FindObjectsFinal(handle)).succeeds();
        return found;
    }

    private Bench bench() {
        return token.bench();
    }
}
