package dev.tokki.emulator;

import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import java.util.LinkedHashMap;
import java.util.Map;

/// What section 5.6 says of one application's sessions with a token, in as few words as a test needs.
final class LoginModel {
    /// The two PINs of a token and how often each was tried wrongly; shared by applications.
    static final class Tries {
        private final int limit;
        private final Map<Long, Integer> wrong = new LinkedHashMap<>();

        Tries(int limit) {
            this.limit = limit;
        }

        private long attempt(long userType, boolean right) {
            int before = wrong.getOrDefault(userType, 0);
            if (before >= limit) {
                return Ckr.PIN_LOCKED;
            }
            wrong.put(userType, right ? 0 : before + 1);
            return right ? Ckr.OK : Ckr.PIN_INCORRECT;
        }
    }

    private static final long NOBODY = -1;

    private final Tries tries;

    /// Handles, and whether read/write.
    private final Map<Long, Boolean> sessions = new LinkedHashMap<>();

    private long loggedIn = NOBODY;

    LoginModel(Tries tries) {
        this.tries = tries;
    }

    Map<Long, Boolean> sessions() {
        return sessions;
    }

    long open(boolean readWrite) {
        return !readWrite && loggedIn == Cku.SO ? Ckr.SESSION_READ_WRITE_SO_EXISTS : Ckr.OK;
    }

    long close(long handle) {
        sessions.remove(handle);
        if (sessions.isEmpty()) {
            loggedIn = NOBODY;
        }
        return Ckr.OK;
    }

    long closeAll() {
        sessions.clear();
        loggedIn = NOBODY;
        return Ckr.OK;
    }

    long login(long userType, boolean right) {
        if (loggedIn == userType) {
            return Ckr.USER_ALREADY_LOGGED_IN;
        }
        if (loggedIn != NOBODY) {
            return Ckr.USER_ANOTHER_ALREADY_LOGGED_IN;
        }
        if (userType == Cku.SO && sessions.containsValue(false)) {
            return Ckr.SESSION_READ_ONLY_EXISTS;
        }
        long rv = tries.attempt(userType, right);
        if (rv == Ckr.OK) {
            loggedIn = userType;
        }
        return rv;
    }

    long logout() {
        if (loggedIn == NOBODY) {
            return Ckr.USER_NOT_LOGGED_IN;
        }
        loggedIn = NOBODY;
        return Ckr.OK;
    }

    long state(long handle) {
        boolean readWrite = sessions.getOrDefault(handle, false);
        if (loggedIn == Cku.SO) {
            return Cks.RW_SO_FUNCTIONS;
        }
        if (loggedIn == Cku.USER) {
            return readWrite ? Cks.RW_USER_FUNCTIONS : Cks.RO_USER_FUNCTIONS;
        }
        return readWrite ? Cks.RW_PUBLIC_SESSION : Cks.RO_PUBLIC_SESSION;
    }
}
