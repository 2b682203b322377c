package dev.tokki.cli.target;

import dev.tokki.api.Bytes;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.Usage;
import dev.tokki.emulator.Emulator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An initialised module, and the token that is meant; closing it finalises the module and lets go of it.
public final class Connection implements AutoCloseable {
    private final Application application;
    private final Runnable close;
    private final Choice choice;
    private final @Nullable Emulator engine;

    /// @param engine who answers, if it is the engine in this process
    Connection(Application application, Runnable close, Choice choice, @Nullable Emulator engine) {
        this.application = application;
        this.close = close;
        this.choice = choice;
        this.engine = engine;
    }

    /// {@return the engine, for what no function of PKCS#11 does}
    ///
    /// @throws Usage if somebody else answers
    public Emulator engine() {
        if (engine == null) {
            throw new Usage("no function of PKCS#11 does that: it wants Tokki's engine, and a store that no daemon"
                    + " serves");
        }
        return engine;
    }

    /// {@return the module}
    public Application application() {
        return application;
    }

    /// {@return the initialised token that is meant}
    public Token token() {
        return choice.initialised(application);
    }

    /// {@return the token that is to be initialised}
    public Token tokenToInitialise() {
        return choice.toInitialise(application);
    }

    /// {@return the token that is meant, or, where that does not matter, an initialised one or the first}
    public Token anyToken() {
        return choice.any(application);
    }

    /// {@return a session in which the normal user is logged in, if the token has logins at all}
    ///
    /// @param credentials where the PIN comes from; asked for if it was not given
    public Session asUser(Credentials credentials) {
        Token token = token();
        Session session = token.openReadWrite();
        if (needsLogin(token.info())) {
            login(token, session, Cku.USER, credentials);
        }
        return session;
    }

    /// {@return a session in which the normal user is logged in if a PIN was given, and nobody otherwise}
    public Session asUserIfGiven(Credentials credentials) {
        Token token = token();
        Session session = token.openReadOnly();
        if (credentials.userPinIsGiven()) {
            login(token, session, Cku.USER, credentials);
        }
        return session;
    }

    /// {@return a session in which the SO is logged in}
    public Session asSecurityOfficer(Credentials credentials) {
        Token token = token();
        Session session = token.openReadWrite();
        login(token, session, Cku.SO, credentials);
        return session;
    }

    /// Logs in once more for the operation just begun, as keys with `CKA_ALWAYS_AUTHENTICATE` want it.
    public void again(Session session, Credentials credentials) {
        login(token(), session, Cku.CONTEXT_SPECIFIC, credentials);
    }

    /// Finalises the module and lets go of it.
    @Override
    public void close() {
        try {
            application.close();
        } finally {
            close.run();
        }
    }

    private static boolean needsLogin(TokenInfo info) {
        return (info.flags() & Ckf.LOGIN_REQUIRED) != 0;
    }

    private void login(Token token, Session session, long user, Credentials credentials) {
        TokenInfo info = token.info();
        boolean pinPad = (info.flags() & Ckf.PROTECTED_AUTHENTICATION_PATH) != 0;
        Optional<String> pin = pinPad
                ? Optional.empty()
                : Optional.of(user == Cku.SO ? credentials.soPin(info.label()) : credentials.userPin(info.label()));
        Login login = new Login(session.handle(), user, pin.map(Bytes::utf8).orElse(Bytes.NULL));
        Reply<Void> reply = application.module().call(login);
        if (!reply.isOk()) {
            throw new CryptokiException(Function.LOGIN, reply.rv(), reply.reason());
        }
    }
}
