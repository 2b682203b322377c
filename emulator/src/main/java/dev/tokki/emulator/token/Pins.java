package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.storage.Durability;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.Role;
import dev.tokki.storage.StoredToken;
import dev.tokki.storage.TokenState;
import java.util.Optional;

/// The two PINs of an initialised token: tried, counted, locked, set.
///
/// A wrong PIN is counted in the store, past a power cut, before anybody is told that it was wrong. Callers
/// hold the token's lock, so that of several guesses at once each is counted.
final class Pins {
    private final StoredToken stored;
    private final PinPolicy policy;

    Pins(StoredToken stored, PinPolicy policy) {
        this.stored = stored;
        this.policy = policy;
    }

    /// Tries a PIN.
    ///
    /// @return the token's opened master key
    /// @throws Refusal `CKR_PIN_LOCKED` or `CKR_PIN_INCORRECT`
    MasterKey open(Role role, byte[] pin, Function function) {
        if (!isSet(role)) {
            throw unset(function);
        }
        if (isLocked(role)) {
            throw locked(role, function);
        }
        Optional<MasterKey> key = stored.open(role, pin);
        TokenState state = stored.state();
        if (key.isEmpty()) {
            stored.update(counted(state, role, failures(state, role) + 1), Durability.SYNCED);
            throw incorrect(role, function);
        }
        if (failures(state, role) > 0) {
            stored.update(counted(state, role, 0), Durability.SYNCED);
        }
        return key.get();
    }

    /// Gives a role a PIN: no wrong tries are counted, and whether the PIN must be changed is as told.
    void set(Role role, byte[] pin, MasterKey key, boolean toBeChanged) {
        stored.setPin(role, pin, key);
        TokenState state = counted(stored.state(), role, 0);
        long flag = toBeChangedFlag(role);
        long flags = toBeChanged ? state.flags() | flag : state.flags() & ~flag;
        stored.update(state.withFlags(flags), Durability.SYNCED);
    }

    boolean isSet(Role role) {
        return stored.hasPin(role);
    }

    boolean isLocked(Role role) {
        return policy.tries(role) > 0 && failures(stored.state(), role) >= policy.tries(role);
    }

    boolean mustBeChanged(Role role) {
        return (stored.state().flags() & toBeChangedFlag(role)) != 0;
    }

    /// {@return the `CKF_USER_PIN_…` and `CKF_SO_PIN_…` of section 3.2.3 as they are now}
    long flags() {
        TokenState state = stored.state();
        return state.flags()
                | (isSet(Role.USER) ? Ckf.USER_PIN_INITIALIZED : 0)
                | flags(state, Role.USER, Ckf.USER_PIN_COUNT_LOW, Ckf.USER_PIN_FINAL_TRY, Ckf.USER_PIN_LOCKED)
                | flags(state, Role.SO, Ckf.SO_PIN_COUNT_LOW, Ckf.SO_PIN_FINAL_TRY, Ckf.SO_PIN_LOCKED);
    }

    private long flags(TokenState state, Role role, long countLow, long finalTry, long locked) {
        int failures = failures(state, role);
        int tries = policy.tries(role);
        return (failures > 0 ? countLow : 0)
                | (tries > 0 && failures == tries - 1 ? finalTry : 0)
                | (tries > 0 && failures >= tries ? locked : 0);
    }

    private static int failures(TokenState state, Role role) {
        return switch (role) {
            case USER -> state.failedUserPins();
            case SO -> state.failedSoPins();
        };
    }

    private static TokenState counted(TokenState state, Role role, int failures) {
        return switch (role) {
            case USER -> state.withFailures(failures, state.failedSoPins());
            case SO -> state.withFailures(state.failedUserPins(), failures);
        };
    }

    private static long toBeChangedFlag(Role role) {
        return switch (role) {
            case USER -> Ckf.USER_PIN_TO_BE_CHANGED;
            case SO -> Ckf.SO_PIN_TO_BE_CHANGED;
        };
    }

    private static Refusal unset(Function function) {
        return Refusal.of(
                Ckr.PIN_INCORRECT,
                "the PIN",
                "No PIN is right: the normal user has none yet.",
                function.section(),
                "The SO sets one with C_InitPIN.");
    }

    private Refusal incorrect(Role role, Function function) {
        int tries = policy.tries(role);
        int left = tries - failures(stored.state(), role);
        String state = tries == 0 ? "" : left > 0 ? " " + left + " tries are left." : " It is locked now.";
        return Refusal.of(
                Ckr.PIN_INCORRECT,
                "the PIN",
                "It is not the one of the " + name(role) + "." + state,
                function.section(),
                "Give the right PIN" + (role == Role.USER ? ", or let the SO set a new one (C_InitPIN)." : "."));
    }

    static Refusal locked(Role role, Function function) {
        return Refusal.of(
                Ckr.PIN_LOCKED,
                "the PIN of the " + name(role),
                "Too many wrong ones were tried in a row; it is locked.",
                function.section(),
                switch (role) {
                    case USER -> "The SO can set a new PIN with C_InitPIN.";
                    case SO -> "Nobody can unlock it; only a fresh token helps.";
                });
    }

    static String name(Role role) {
        return switch (role) {
            case USER -> "normal user";
            case SO -> "Security Officer";
        };
    }
}
