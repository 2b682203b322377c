package dev.tokki.emulator.token;

import dev.tokki.storage.Role;
import java.nio.charset.StandardCharsets;

/// What a token demands of PINs.
///
/// @param minLength shortest PIN in bytes
/// @param maxLength longest PIN in bytes
/// @param characters which characters a PIN may have
/// @param userTries wrong user PINs in a row that lock the PIN; 0 for no lock
/// @param soTries wrong SO PINs in a row that lock the PIN, and with it the token's re-initialisation; 0 for
///         no lock
/// @param initialPinsExpire whether a user PIN that the SO has set (C_InitPIN), and both PINs of a token that
///         came ready made, must be changed before they are good for anything but C_SetPIN
///         (`CKF_USER_PIN_TO_BE_CHANGED`, `CKF_SO_PIN_TO_BE_CHANGED`)
public record PinPolicy(
        int minLength, int maxLength, Characters characters, int userTries, int soTries, boolean initialPinsExpire) {
    /// The characters of PINs; "the token may impose subset restrictions" (section 5.5.7).
    public enum Characters {
        /// All of UTF-8.
        ANY("UTF-8 text") {
            @Override
            boolean allows(int codePoint) {
                return true;
            }
        },
        /// The digits 0 to 9, as on a PIN pad.
        DIGITS("the digits 0 to 9") {
            @Override
            boolean allows(int codePoint) {
                return codePoint >= '0' && codePoint <= '9';
            }
        },
        /// The digits and the letters a to z and A to Z.
        LETTERS_AND_DIGITS("the digits 0 to 9 and the letters a to z and A to Z") {
            @Override
            boolean allows(int codePoint) {
                return DIGITS.allows(codePoint)
                        || (codePoint >= 'a' && codePoint <= 'z')
                        || (codePoint >= 'A' && codePoint <= 'Z');
            }
        },
        /// What ASCII can print.
        ASCII("printable characters of ASCII") {
            @Override
            boolean allows(int codePoint) {
                return codePoint >= ' ' && codePoint <= '~';
            }
        };

        private final String text;

        Characters(String text) {
            this.text = text;
        }

        /// {@return the set as it ends the sentence "a PIN is made of …"}
        String text() {
            return text;
        }

        abstract boolean allows(int codePoint);

        /// {@return whether a PIN has no other characters}
        ///
        /// @param pin UTF-8
        boolean allow(byte[] pin) {
            return new String(pin, StandardCharsets.UTF_8).codePoints().allMatch(this::allows);
        }
    }

    /// Refuses numbers that no token can have.
    public PinPolicy {
        if (minLength < 1 || maxLength < minLength) {
            throw new IllegalArgumentException("PINs of " + minLength + " to " + maxLength + " bytes cannot be");
        }
        if (userTries < 0 || soTries < 0) {
            throw new IllegalArgumentException("tries cannot be negative; 0 stands for no limit");
        }
    }

    /// {@return PINs of 4 to 255 bytes of UTF-8, 10 tries for each, which need not be changed}
    public static PinPolicy standard() {
        return new PinPolicy(4, 255, Characters.ANY, 10, 10, false);
    }

    int tries(Role role) {
        return switch (role) {
            case SO -> soTries;
            case USER -> userTries;
        };
    }
}
