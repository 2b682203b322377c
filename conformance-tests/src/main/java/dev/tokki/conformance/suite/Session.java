package dev.tokki.conformance.suite;

import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Objects.CreateObject;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;

/// An open session, as a test speaks of it: every method is a call that must succeed for the test to go on.
///
/// @param token the token
/// @param handle the session's handle
public record Session(Token token, long handle) {
    /// Logs in with the PIN that was prepared.
    public Session login(User user) {
        bench().perform(new Login(handle, user.type(), token.pin(user)));
        return this;
    }

    /// Logs out.
    public void logout() {
        bench().perform(new Logout(handle));
    }

    /// Closes the session.
    public void close() {
        bench().perform(new CloseSession(handle));
    }

    /// {@return what C_GetSessionInfo says now}
    public SessionInfo info() {
        return bench().set(new GetSessionInfo(handle));
    }

    /// {@return the handle of a new object}
    public long create(Draft draft) {
        return bench().set(new CreateObject(handle, draft.template()));
    }

    /// {@return the handle of a new key}
    public long generate(Mechanism mechanism, Draft draft) {
        return bench().set(new GenerateKey(handle, mechanism, draft.template()));
    }

    /// {@return the handles of a new key pair}
    public KeyPair generate(Mechanism mechanism, Draft publicKey, Draft privateKey) {
        return bench().set(new GenerateKeyPair(handle, mechanism, publicKey.template(), privateKey.template()));
    }

    private Bench bench() {
        return token.bench();
    }
}
