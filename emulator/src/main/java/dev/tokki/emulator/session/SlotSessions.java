package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.object.ApplicationObjects;
import dev.tokki.emulator.object.Handles;
import dev.tokki.emulator.object.Login;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Token;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One application's sessions with one token, and what they share: the login and the objects (section 5.6).
///
/// Opening and closing take [#lock]. Whatever changes the state of all sessions (login, logout, closing
/// all) also holds the lock of each session, so that no call runs across it: a call sees the login of its
/// whole duration.
public final class SlotSessions {
    private final Token token;
    private final Handles objectHandles;
    private final AtomicLong lastSession;

    /// All sessions of the application, with this token and with others.
    private final Map<Long, Session> byHandle;

    private final ReentrantLock lock = new ReentrantLock();

    /// The open sessions, ascending by handle.
    private final List<Session> open = new ArrayList<>();

    /// There from the first session to the last.
    private Optional<ApplicationObjects> objects = Optional.empty();

    private LoginState login = new LoginState.Nobody();

    SlotSessions(Token token, Handles objectHandles, AtomicLong lastSession, Map<Long, Session> byHandle) {
        this.token = token;
        this.objectHandles = objectHandles;
        this.lastSession = lastSession;
        this.byHandle = byHandle;
    }

    /// {@return the token}
    public Token token() {
        return token;
    }

    /// {@return what C_GetTokenInfo tells the application}
    public TokenInfo tokenInfo() {
        lock.lock();
        try {
            return token.info(open.size(), readWriteCount());
        } finally {
            lock.unlock();
        }
    }

    /// {@return a new session (C_OpenSession, section 5.6.1)}
    ///
    /// @param surrender its callback
    public Session open(boolean readWrite, boolean isAsync, Surrender surrender) {
        lock.lock();
        try {
            token.condition().checkPresent(Function.OPEN_SESSION);
            token.checkInitialised();
            checkMayOpen(readWrite);
            token.sessionOpened();
            if (objects.isEmpty()) {
                objects = Optional.of(token.objects(objectHandles));
            }
            Session session = new Session(
                    lastSession.incrementAndGet(), readWrite, isAsync, surrender, this, objects.orElseThrow());
            open.add(session);
            byHandle.put(session.handle(), session);
            return session;
        } finally {
            lock.unlock();
        }
    }

    private void checkMayOpen(boolean readWrite) {
        if (readWrite) {
            token.condition().checkWritable(Function.OPEN_SESSION);
        }
        if (!readWrite && login.who() == Login.SO) {
            throw Refusal.of(
                    Ckr.SESSION_READ_WRITE_SO_EXISTS,
                    "flags",
                    "The Security Officer is logged in, and he has no read-only sessions.",
                    Function.OPEN_SESSION.section(),
                    "Set CKF_RW_SESSION, or log the Security Officer out first.");
        }
        checkCount(open.size(), token.policy().maxSessions(), "sessions");
        if (readWrite) {
            checkCount(readWriteCount(), token.policy().maxReadWriteSessions(), "read/write sessions");
        }
    }

    private static void checkCount(long present, long limit, String what) {
        if (limit > 0 && present >= limit) {
            throw Refusal.of(
                    Ckr.SESSION_COUNT,
                    "the application",
                    "It may have " + limit + " " + what + " with this token, and has them.",
                    Function.OPEN_SESSION.section(),
                    "Close one first.");
        }
    }

    private long readWriteCount() {
        return open.stream().filter(Session::isReadWrite).count();
    }

    /// Closes a session (C_CloseSession, section 5.6.2); with the last one the login ends.
    public void close(Session session) {
        session.lock();
        try {
            lock.lock();
            try {
                session.checkOpen();
                remove(session);
            } finally {
                lock.unlock();
            }
        } finally {
            session.unlock();
        }
    }

    /// Closes all sessions (C_CloseAllSessions, section 5.6.3).
    public void closeAll() {
        exclusively(() -> List.copyOf(open).forEach(this::remove));
    }

    /// The token was taken out: all sessions with it are closed (section 5.1.2).
    void tokenRemoved() {
        exclusively(() -> List.copyOf(open).forEach(session -> {
            session.lose();
            remove(session);
        }));
    }

    private void remove(Session session) {
        session.close();
        open.remove(session);
        byHandle.remove(session.handle());
        session.objects().sessionClosed(session.handle());
        token.sessionClosed();
        if (open.isEmpty()) {
            login.end();
            login = new LoginState.Nobody();
            session.objects().close();
            objects = Optional.empty();
        }
    }

    /// Logs a user in (C_Login, section 5.6.8). The PIN is tried while other sessions go on; only the
    /// change of state waits for them.
    public void login(Session session, Role role, Supplier<byte[]> pin) {
        login(session, role, "", () -> token.access().authenticate(role, pin.get(), Function.LOGIN), Function.LOGIN);
    }

    /// Logs in a user with a name (C_LoginUser, section 5.6.9).
    public void login(Session session, String name, Supplier<byte[]> pin) {
        login(
                session,
                Role.USER,
                name,
                () -> token.access().authenticate(name, pin.get(), Function.LOGIN_USER),
                Function.LOGIN_USER);
    }

    private void login(Session session, Role role, String name, Supplier<MasterKey> authentication, Function function) {
        LoginAttempt attempt = new LoginAttempt(token, role, name, function);
        lock.lock();
        try {
            attempt.check(login, open);
        } finally {
            lock.unlock();
        }
        MasterKey key = authentication.get();
        try {
            exclusively(() -> {
                session.checkOpen();
                attempt.check(login, open);
                login = switch (role) {
                    case SO -> new LoginState.SecurityOfficer(token.access().mustChangePin(role), key);
                    case USER -> {
                        session.objects().userLoggedIn(key);
                        yield new LoginState.User(
                                name.isEmpty() && token.access().mustChangePin(role), name);
                    }
                };
            });
        } catch (Refusal refusal) {
            key.close();
            throw refusal;
        }
    }

    /// Logs out (C_Logout, section 5.6.10). Operations with private keys end here: their handles are gone.
    public void logout(Session session) {
        exclusively(() -> {
            session.checkOpen();
            if (login.who() == Login.NONE) {
                if (token.policy().reads(OtherReading.LOGOUT_WITHOUT_LOGIN)) {
                    return;
                }
                throw Refusal.of(
                        Ckr.USER_NOT_LOGGED_IN,
                        "the application",
                        "Nobody is logged in.",
                        Function.LOGOUT.section(),
                        "Log in before you log out.");
            }
            if (!token.policy().reads(OtherReading.OPERATIONS_SURVIVE_LOGOUT)) {
                open.forEach(one -> one.operations().endPrivate());
            }
            login.end();
            login = new LoginState.Nobody();
            session.objects().loggedOut();
        });
    }

    /// Does something while no call is in any session, and none opens or closes.
    private void exclusively(Runnable action) {
        while (true) {
            List<Session> held = snapshot();
            held.forEach(Session::lock);
            lock.lock();
            try {
                if (held.equals(open)) {
                    action.run();
                    return;
                }
            } finally {
                lock.unlock();
                held.forEach(Session::unlock);
            }
        }
    }

    private List<Session> snapshot() {
        lock.lock();
        try {
            return List.copyOf(open);
        } finally {
            lock.unlock();
        }
    }

    /// {@return who is logged in; for holders of a session's lock}
    Login who() {
        return login.who();
    }

    /// {@return the name of the user who is logged in, empty for one without; for holders of a session's lock}
    String userName() {
        return login.name();
    }

    /// {@return the master key that the Security Officer opened; for holders of a session's lock}
    ///
    /// @throws Refusal `CKR_USER_NOT_LOGGED_IN` if he is not logged in
    public MasterKey securityOfficersKey() {
        return login.securityOfficersKey();
    }

    /// Refuses what a user may not do before he has changed his PIN (section 3.2.3): every function that
    /// lists `CKR_PIN_EXPIRED`, and C_InitPIN. For holders of a session's lock.
    void checkPinFresh(Function function) {
        if (!login.pinExpired() || !token.access().mustChangePin(login.who() == Login.SO ? Role.SO : Role.USER)) {
            return;
        }
        if (function == Function.INIT_PIN || function.returnValues().contains(Ckr.PIN_EXPIRED)) {
            throw Refusal.of(
                    Ckr.PIN_EXPIRED,
                    "the PIN",
                    "It was set by somebody else; until it is changed it is good for C_SetPIN only.",
                    "3.2.3",
                    "Change it with C_SetPIN.");
        }
    }
}
