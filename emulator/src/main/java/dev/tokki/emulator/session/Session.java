package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.SessionInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.background.PendingCalls;
import dev.tokki.emulator.background.PendingCalls.Pending;
import dev.tokki.emulator.object.ApplicationObjects;
import dev.tokki.emulator.object.Caller;
import dev.tokki.emulator.object.Login;
import dev.tokki.emulator.operation.Kind;
import dev.tokki.emulator.operation.Operations;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Token;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// A session (section 5.6): one of the five states, and the operations in progress.
///
/// Its calls are serialised by its lock; different sessions do not wait for each other.
public final class Session {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());

    private final long handle;
    private final boolean readWrite;
    private final SlotSessions home;
    private final ApplicationObjects objects;
    private final boolean isAsync;
    private final Surrender surrender;
    private final Operations operations;
    private final PendingCalls pending = new PendingCalls();
    private final ReentrantLock lock = new ReentrantLock();

    /// Guarded by the lock.
    private long validationFlags;

    /// Written and read under the lock, as is [#tokenRemoved].
    private boolean closed;

    /// Whether it was closed since its token was taken out.
    private boolean tokenRemoved;

    Session(
            long handle,
            boolean readWrite,
            boolean isAsync,
            Surrender surrender,
            SlotSessions home,
            ApplicationObjects objects) {
        this.handle = handle;
        this.readWrite = readWrite;
        this.isAsync = isAsync;
        this.surrender = surrender;
        this.home = home;
        this.objects = objects;
        this.operations = new Operations(home.token().policy().reads(OtherReading.ONE_OPERATION_AT_A_TIME));
    }

    /// Waits until no other call is in the session; [#unlock] comes after.
    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /// Begins a call in the session; it must [#leave].
    ///
    /// @throws Refusal `CKR_SESSION_CLOSED` if it was closed while the call waited, `CKR_DEVICE_REMOVED` if the
    /// token was taken out meanwhile; `CKR_PIN_EXPIRED`
    public void enter(Function function) {
        lock.lock();
        try {
            checkOpen();
            home.checkPinFresh(function);
        } catch (Refusal refusal) {
            lock.unlock();
            throw refusal;
        }
    }

    /// Ends a call in the session.
    public void leave() {
        lock.unlock();
    }

    void checkOpen() {
        if (tokenRemoved) {
            throw Refusal.of(
                    Ckr.DEVICE_REMOVED,
                    "hSession",
                    "The token was taken out while the call waited for the session.",
                    "5.1.2",
                    "Insert the token again and open a new session.");
        }
        if (closed) {
            throw Refusal.of(
                    Ckr.SESSION_CLOSED,
                    "hSession",
                    "The session was closed while the call waited for it.",
                    "5.1.2",
                    "Do not use a session in one thread while another closes it.");
        }
    }

    /// {@return the handle}
    public long handle() {
        return handle;
    }

    /// {@return whether the session is read/write}
    public boolean isReadWrite() {
        return readWrite;
    }

    /// {@return the application's sessions with the same token}
    public SlotSessions home() {
        return home;
    }

    /// {@return the token}
    public Token token() {
        return home.token();
    }

    /// Surrenders control to the application before work that may take long (section 5.22.1).
    ///
    /// @throws Refusal `CKR_FUNCTION_CANCELED`
    public void surrender(Function function) {
        surrender.to(handle, function);
    }

    /// {@return the session's callback}
    public Surrender callback() {
        return surrender;
    }

    /// {@return whether the session is asynchronous}
    public boolean isAsync() {
        return isAsync;
    }

    /// {@return its calls that run in background, and those whose result was not fetched}
    public PendingCalls pending() {
        return pending;
    }

    /// An operation is complete and ends (section 4.17.3).
    public void complete(Kind kind) {
        validated(kind);
        operations.end(kind);
    }

    /// Something was completed in an operation in progress: a message.
    public void validated(Kind kind) {
        if (token().validations().all().isEmpty()) {
            return; // as most tokens have it, for each operation that ends
        }
        operations
                .beginning(kind)
                .ifPresent(with -> validated(
                        with.mechanism().type(),
                        with.key().stream().map(KeyView::attributes).toArray(AttributeMap[]::new)));
    }

    /// An operation of a single function was completed.
    ///
    /// @param keys what it was done with
    public void validated(long mechanism, AttributeMap... keys) {
        validationFlags = token().validations().of(mechanism, keys);
    }

    /// {@return the flags of the validations that cover the last operation that was completed (section 5.6.11)}
    public long validationFlags() {
        return validationFlags;
    }

    /// {@return the operations in progress}
    public Operations operations() {
        return operations;
    }

    /// {@return the objects the session can see}
    public ApplicationObjects objects() {
        return objects;
    }

    /// {@return on whose behalf objects are made and seen}
    public Caller caller() {
        return new Caller(readWrite, home.who(), handle, token().condition().isWriteProtected(), home.userName());
    }

    /// {@return who is logged in}
    public Login login() {
        return home.who();
    }

    /// {@return the name of the user who is logged in; empty for one without}
    public String userName() {
        return home.userName();
    }

    /// {@return the session's state, one of the five of section 3.3.3}
    public long state() {
        return switch (home.who()) {
            case NONE -> readWrite ? Cks.RW_PUBLIC_SESSION : Cks.RO_PUBLIC_SESSION;
            case USER -> readWrite ? Cks.RW_USER_FUNCTIONS : Cks.RO_USER_FUNCTIONS;
            case SO -> Cks.RW_SO_FUNCTIONS;
        };
    }

    /// {@return what C_GetSessionInfo tells (section 3.3.4)}
    public SessionInfo info() {
        long flags = Ckf.SERIAL_SESSION | (readWrite ? Ckf.RW_SESSION : 0) | (isAsync ? Ckf.ASYNC_SESSION : 0);
        return new SessionInfo(token().slot(), state(), flags, 0);
    }

    /// Cancels calls in background (C_SessionCancel, section 5.6.5), which are over once the session is free for the
    /// caller: what they made is destroyed. One that was joined was made elsewhere, and just is no longer heard of.
    ///
    /// @throws Refusal `CKR_OPERATION_CANCEL_FAILED` if something was made that cannot be destroyed
    public void cancelPending(Set<Function> functions) {
        for (Pending one : pending.all()) {
            if (functions.contains(one.call().function())) {
                pending.remove(one.call().function());
                token().persistedCalls().forget(one.call());
                if (!one.isJoined()) {
                    one.call().result().handles().forEach(this::destroyMade);
                }
            }
        }
    }

    private void destroyMade(long made) {
        try {
            objects.destroy(caller(), made);
        } catch (Refusal refusal) {
            throw Refusal.of(
                    Ckr.OPERATION_CANCEL_FAILED,
                    "the operation",
                    "It is over, and what it made stays: " + refusal.reason().rule(),
                    Function.SESSION_CANCEL.section(),
                    "Go on with what it made.");
        }
    }

    /// Cancels what was not persisted with C_AsyncGetID (section 5.6.2), as far as it can be cancelled.
    private void cancelUnpersisted() {
        for (Pending one : pending.all()) {
            if (!one.isJoined()
                    && one.call().isDone()
                    && !token().persistedCalls().isPersisted(one.call())) {
                pending.remove(one.call().function());
                one.call().result().handles().forEach(this::tryToDestroy);
            }
        }
    }

    /// What cannot be destroyed (`CKA_DESTROYABLE`) stays.
    private void tryToDestroy(long made) {
        try {
            objects.destroy(caller(), made);
        } catch (Refusal stays) {
            LOG.log(System.Logger.Level.DEBUG, () -> "closing a session: " + stays.reason());
        }
    }

    /// The token was taken out.
    void lose() {
        tokenRemoved = true;
    }

    void close() {
        if (!tokenRemoved) {
            cancelUnpersisted();
        }
        closed = true;
        operations.endAll();
    }
}
