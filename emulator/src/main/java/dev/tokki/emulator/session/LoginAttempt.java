package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.object.Login;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Token;
import dev.tokki.storage.Role;
import java.util.List;

/// Somebody wants to log in (sections 5.6.8 and 5.6.9).
///
/// @param token to which token
/// @param role as what
/// @param name the user's name; empty for one without
/// @param function C_Login or C_LoginUser
record LoginAttempt(Token token, Role role, String name, Function function) {
    /// Refuses what the application's login and its sessions do not allow.
    ///
    /// @param login who is logged in
    /// @param open the application's sessions with the token
    void check(LoginState login, List<Session> open) {
        Login wanted = LoginState.of(role);
        if (login.who() == wanted && login.name().equals(name)) {
            throw Refusal.of(
                    Ckr.USER_ALREADY_LOGGED_IN,
                    "userType",
                    "All sessions of an application share one login, and it is already this user's.",
                    function.section(),
                    "Go on, there is no need to log in again.");
        }
        if (login.who() != Login.NONE) {
            throw Refusal.of(
                    Ckr.USER_ANOTHER_ALREADY_LOGGED_IN,
                    "userType",
                    "All sessions of an application share one login, and it is another user's.",
                    function.section(),
                    "Call C_Logout first.");
        }
        if (role == Role.SO && open.stream().anyMatch(session -> !session.isReadWrite())) {
            throw Refusal.of(
                    Ckr.SESSION_READ_ONLY_EXISTS,
                    "userType",
                    "The Security Officer has read/write sessions only, and the application has a read-only one.",
                    function.section(),
                    "Close the read-only sessions first.");
        }
        if (name.isEmpty() && !token.access().hasPin(role)) {
            throw Refusal.of(
                    Ckr.USER_PIN_NOT_INITIALIZED,
                    "userType",
                    "The normal user has no PIN yet.",
                    function.section(),
                    "The Security Officer sets it with C_InitPIN.");
        }
    }
}
