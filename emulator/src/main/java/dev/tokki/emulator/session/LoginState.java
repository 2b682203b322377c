package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.object.Login;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.Role;

/// Who is logged in to a token, for all sessions of an application.
sealed interface LoginState {
    /// The sessions are public.
    record Nobody() implements LoginState {}

    /// The normal user. The master key is with the objects.
    ///
    /// @param pinExpired whether the PIN had to be changed when the user logged in
    /// @param name his name; empty for the normal user
    record User(boolean pinExpired, String name) implements LoginState {}

    /// The Security Officer.
    ///
    /// @param pinExpired whether the PIN had to be changed when he logged in
    /// @param key the master key, with which he gives the user a PIN
    record SecurityOfficer(boolean pinExpired, MasterKey key) implements LoginState {}

    /// {@return the objects' view of it}
    default Login who() {
        return switch (this) {
            case Nobody nobody -> Login.NONE;
            case User user -> Login.USER;
            case SecurityOfficer officer -> Login.SO;
        };
    }

    /// {@return the name of the user; empty for one without}
    default String name() {
        return this instanceof User user ? user.name() : "";
    }

    /// {@return whether the PIN had to be changed at login}
    default boolean pinExpired() {
        return switch (this) {
            case Nobody nobody -> false;
            case User(boolean expired, String name) -> expired;
            case SecurityOfficer(boolean expired, MasterKey key) -> expired;
        };
    }

    /// {@return the master key that the Security Officer opened}
    ///
    /// @throws Refusal `CKR_USER_NOT_LOGGED_IN` if he is not logged in
    default MasterKey securityOfficersKey() {
        if (this instanceof SecurityOfficer officer) {
            return officer.key();
        }
        throw Refusal.of(
                Ckr.USER_NOT_LOGGED_IN,
                "hSession",
                "Only the Security Officer gives the normal user a PIN: the session must be in the state R/W SO"
                        + " Functions.",
                Function.INIT_PIN.section(),
                "Log in as CKU_SO in a read/write session.");
    }

    /// Forgets what the login brought.
    default void end() {
        if (this instanceof SecurityOfficer officer) {
            officer.key().close();
        }
    }

    /// {@return how objects call a role that is logged in}
    static Login of(Role role) {
        return switch (role) {
            case USER -> Login.USER;
            case SO -> Login.SO;
        };
    }
}
