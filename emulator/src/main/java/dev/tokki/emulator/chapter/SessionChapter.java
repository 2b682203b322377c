package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import dev.tokki.emulator.operation.KeyUse;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import dev.tokki.emulator.session.SlotSessions;
import dev.tokki.emulator.session.Surrender;
import dev.tokki.storage.Role;
import java.util.function.Supplier;

/// Session management, section 5.6.
public final class SessionChapter {
    private SessionChapter() {}

    /// {@return the handle of a new session (section 5.6.1)}
    ///
    /// @param mayCreateThreads whether the application allowed threads in C_Initialize
    /// @param surrender the session's callback
    public static long openSession(SlotSessions sessions, long flags, boolean mayCreateThreads, Surrender surrender) {
        if ((flags & Ckf.SERIAL_SESSION) == 0
                && !sessions.token().policy().reads(OtherReading.SERIAL_FLAG_NOT_NEEDED)) {
            throw Refusal.of(
                    Ckr.SESSION_PARALLEL_NOT_SUPPORTED,
                    "flags",
                    "CKF_SERIAL_SESSION must always be set.",
                    Function.OPEN_SESSION.section(),
                    "Set it.");
        }
        boolean isAsync = (flags & Ckf.ASYNC_SESSION) != 0;
        if (isAsync && !sessions.token().policy().hasAsyncSessions()) {
            throw noAsync("CKF_ASYNC_SESSION needs a token with CKF_ASYNC_SESSION_SUPPORTED; this one has none.");
        }
        if (isAsync && !mayCreateThreads) {
            throw noAsync(
                    "C_Initialize was told CKF_LIBRARY_CANT_CREATE_OS_THREADS, and such a session needs threads.");
        }
        return sessions.open((flags & Ckf.RW_SESSION) != 0, isAsync, surrender).handle();
    }

    private static Refusal noAsync(String rule) {
        return Refusal.of(
                Ckr.SESSION_ASYNC_NOT_SUPPORTED,
                "flags",
                rule,
                Function.OPEN_SESSION.section(),
                "Leave CKF_ASYNC_SESSION out.");
    }

    /// Logs a user in (section 5.6.8). Called from outside the session, whose state it changes.
    public static void login(Session session, long userType, Supplier<byte[]> pin) {
        if (userType == Cku.SO) {
            session.home().login(session, Role.SO, pin);
        } else if (userType == Cku.USER) {
            session.home().login(session, Role.USER, pin);
        } else if (userType == Cku.CONTEXT_SPECIFIC) {
            authenticate(session, pin);
        } else {
            throw Refusal.of(
                    Ckr.USER_TYPE_INVALID,
                    "userType",
                    "There are CKU_SO (0), CKU_USER (1) and CKU_CONTEXT_SPECIFIC (2), not "
                            + Long.toUnsignedString(userType) + ".",
                    Function.LOGIN.section(),
                    "Use one of them.");
        }
    }

    /// Logs a user with a name in (section 5.6.9); an empty name is the normal user's.
    public static void loginUser(Session session, long userType, Supplier<byte[]> pin, String name) {
        if (name.isEmpty() || userType == Cku.CONTEXT_SPECIFIC) {
            login(session, userType, pin);
        } else if (userType == Cku.USER) {
            session.home().login(session, name, pin);
        } else {
            throw Refusal.of(
                    Ckr.USER_TYPE_INVALID,
                    "userType",
                    "Only users of the type CKU_USER (1) have names.",
                    Function.LOGIN_USER.section(),
                    "Pass CKU_USER, or no name.");
        }
    }

    /// Gives the PIN for one use of a key with `CKA_ALWAYS_AUTHENTICATE` (section 4.11). The PIN is the
    /// normal user's, since only private keys have the attribute, and only he sees them.
    private static void authenticate(Session session, Supplier<byte[]> pin) {
        KeyUse use = awaitingPin(session);
        String name = userName(session);
        try {
            if (name.isEmpty()) {
                session.token()
                        .access()
                        .authenticate(Role.USER, pin.get(), Function.LOGIN)
                        .close();
            } else {
                session.token()
                        .access()
                        .authenticate(name, pin.get(), Function.LOGIN)
                        .close();
            }
        } catch (Refusal refusal) {
            if (!name.isEmpty()) {
                throw refusal;
            }
            if (session.token().access().isLocked(Role.USER)) {
                session.home().logout(session);
                throw session.token().access().locked(Role.USER, Function.LOGIN);
            }
            throw refusal;
        }
        session.enter(Function.LOGIN);
        use.authenticated();
        session.leave();
    }

    private static String userName(Session session) {
        session.enter(Function.LOGIN);
        try {
            return session.userName();
        } finally {
            session.leave();
        }
    }

    private static KeyUse awaitingPin(Session session) {
        session.enter(Function.LOGIN);
        try {
            return session.operations()
                    .awaitingPin()
                    .orElseThrow(() -> Refusal.of(
                            Ckr.OPERATION_NOT_INITIALIZED,
                            "userType",
                            "CKU_CONTEXT_SPECIFIC is for an operation in progress whose key has"
                                    + " CKA_ALWAYS_AUTHENTICATE; there is none that waits for a PIN.",
                            Function.LOGIN.section(),
                            "Call C_SignInit or C_DecryptInit with such a key first."));
        } finally {
            session.leave();
        }
    }

    /// {@return the flags of a session (section 5.6.11)}
    public static long validationFlags(Session session, long type) {
        if (type != Cks.LAST_VALIDATION_OK) {
            throw Refusal.of(
                    Ckr.ARGUMENTS_BAD,
                    "type",
                    "There is CKS_LAST_VALIDATION_OK (1), not " + Long.toUnsignedString(type) + ".",
                    Function.GET_SESSION_VALIDATION_FLAGS.section(),
                    "Use it.");
        }
        return session.validationFlags();
    }
}
