package dev.tokki.emulator.token;

import dev.tokki.api.constant.Ckf;
import dev.tokki.storage.Role;

/// What a token demands and allows. [#standard()] is what the OASIS profile cases expect.
///
/// @param minPinLength shortest PIN in bytes
/// @param maxPinLength longest PIN in bytes
/// @param userTries wrong user PINs in a row that lock the PIN; 0 for no lock
/// @param soTries wrong SO PINs in a row that lock the PIN, and with it the token's re-initialisation; 0
///         for no lock
/// @param maxSessions the most sessions an application may have open; 0 for no limit
/// @param maxReadWriteSessions the most read/write sessions an application may have open; 0 for no limit
/// @param initialPinsExpire whether a user PIN that the SO has set (C_InitPIN), and both PINs of a token
///         that came ready made, must be changed before they are good for anything but C_SetPIN
///         (`CKF_USER_PIN_TO_BE_CHANGED`, `CKF_SO_PIN_TO_BE_CHANGED`)
/// @param flags the `CKF_…` of `CK_TOKEN_INFO` that never change
public record TokenPolicy(
        int minPinLength,
        int maxPinLength,
        int userTries,
        int soTries,
        long maxSessions,
        long maxReadWriteSessions,
        boolean initialPinsExpire,
        long flags) {
    private static final TokenPolicy STANDARD = new TokenPolicy(
            4,
            255,
            10,
            10,
            0,
            0,
            false,
            Ckf.RNG | Ckf.LOGIN_REQUIRED | Ckf.RESTORE_KEY_NOT_NEEDED | Ckf.DUAL_CRYPTO_OPERATIONS);

    /// Refuses numbers that no token can have.
    public TokenPolicy {
        if (minPinLength < 1 || maxPinLength < minPinLength) {
            throw new IllegalArgumentException("PINs of " + minPinLength + " to " + maxPinLength + " bytes cannot be");
        }
        if (userTries < 0 || soTries < 0 || maxSessions < 0 || maxReadWriteSessions < 0) {
            throw new IllegalArgumentException("tries and session limits cannot be negative; 0 stands for no limit");
        }
    }

    /// {@return PINs of 4 to 255 bytes, 10 tries for each, any number of sessions, PINs that need not be
    /// changed, and the flags `CKF_RNG`, `CKF_LOGIN_REQUIRED`, `CKF_RESTORE_KEY_NOT_NEEDED`,
    /// `CKF_DUAL_CRYPTO_OPERATIONS`}
    public static TokenPolicy standard() {
        return STANDARD;
    }

    /// {@return this policy with PINs of so many bytes}
    public TokenPolicy withPinLengths(int min, int max) {
        return new TokenPolicy(
                min, max, userTries, soTries, maxSessions, maxReadWriteSessions, initialPinsExpire, flags);
    }

    /// {@return this policy with so many tries for the user's and the SO's PIN; 0 for no lock}
    public TokenPolicy withTries(int user, int so) {
        return new TokenPolicy(
                minPinLength, maxPinLength, user, so, maxSessions, maxReadWriteSessions, initialPinsExpire, flags);
    }

    /// {@return this policy with limits on the sessions of one application; 0 for none}
    public TokenPolicy withSessionLimits(long all, long readWrite) {
        return new TokenPolicy(
                minPinLength, maxPinLength, userTries, soTries, all, readWrite, initialPinsExpire, flags);
    }

    /// {@return this policy with PINs that must be changed by whom they were given to}
    public TokenPolicy withExpiringInitialPins() {
        return new TokenPolicy(
                minPinLength, maxPinLength, userTries, soTries, maxSessions, maxReadWriteSessions, true, flags);
    }

    /// {@return this policy with these fixed flags in `CK_TOKEN_INFO`}
    public TokenPolicy withFlags(long fixed) {
        return new TokenPolicy(
                minPinLength,
                maxPinLength,
                userTries,
                soTries,
                maxSessions,
                maxReadWriteSessions,
                initialPinsExpire,
                fixed);
    }

    int tries(Role role) {
        return switch (role) {
            case SO -> soTries;
            case USER -> userTries;
        };
    }
}
