package dev.tokki.emulator.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.rule.Refusal;

/// Which sessions may make, change and destroy which objects (sections 5.7.1 to 5.7.6).
final class SessionRules {
    private SessionRules() {}

    /// Checks that a session may make an object.
    static void checkCreates(Caller caller, AttributeMap object) {
        checkWrites(caller, object, "created");
        if (object.bool(Cka.PRIVATE, false) && caller.login() != Login.USER) {
            throw Refusal.of(
                    Ckr.USER_NOT_LOGGED_IN,
                    "CKA_PRIVATE",
                    "Only public objects can be created unless the normal user is logged in; this one is private.",
                    "5.7.1",
                    "Log in as CKU_USER, or give CKA_PRIVATE as CK_FALSE.");
        }
    }

    /// Checks that a session may change or destroy an object that it can see.
    ///
    /// @param what what shall be done to it, as a participle
    static void checkWrites(Caller caller, AttributeMap object, String what) {
        if (object.bool(Cka.TOKEN, false) && caller.readWrite() && caller.writeProtected()) {
            throw Refusal.of(
                    Ckr.TOKEN_WRITE_PROTECTED,
                    "the token",
                    "It is write-protected; no token object can be " + what + ".",
                    "3.2.3",
                    "Remove the write protection, or use session objects.");
        }
        if (object.bool(Cka.TOKEN, false) && !caller.readWrite()) {
            throw Refusal.of(
                    Ckr.SESSION_READ_ONLY,
                    "hSession",
                    "Only session objects can be " + what + " during a read-only session; this is a token object.",
                    "5.7",
                    "Open the session with CKF_RW_SESSION.");
        }
    }
}
