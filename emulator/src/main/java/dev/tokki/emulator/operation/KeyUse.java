package dev.tokki.emulator.operation;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.rule.Refusal;

/// The use of a key by an operation, from its beginning to its end.
public final class KeyUse {
    private final boolean isPrivate;

    private final boolean alwaysNeedsPin;
    /// Whether the user's PIN is still to be given for this use (`CKA_ALWAYS_AUTHENTICATE`, section 4.11).
    private boolean needsPin;

    private KeyUse(boolean isPrivate, boolean needsPin) {
        this.isPrivate = isPrivate;
        this.alwaysNeedsPin = needsPin;
        this.needsPin = needsPin;
    }

    /// {@return the use of no key}
    public static KeyUse none() {
        return new KeyUse(false, false);
    }

    /// {@return the use of what only a user who is logged in can see}
    public static KeyUse ofPrivateObjects() {
        return new KeyUse(true, false);
    }

    /// {@return the use of a key}
    public static KeyUse of(KeyView key) {
        return new KeyUse(
                key.attributes().bool(Cka.PRIVATE, false), key.attributes().bool(Cka.ALWAYS_AUTHENTICATE, false));
    }

    /// {@return whether it ends when the user logs out}
    public boolean isPrivate() {
        return isPrivate;
    }

    /// {@return whether C_Login as `CKU_CONTEXT_SPECIFIC` is what the key waits for}
    public boolean needsPin() {
        return needsPin;
    }

    /// The user gave the PIN, which holds until the operation ends.
    public void authenticated() {
        needsPin = false;
    }

    /// A message is done: the PIN that was given counted for it alone.
    void used() {
        needsPin = alwaysNeedsPin;
    }

    /// Refuses to use the key before its PIN was given.
    ///
    /// @throws Refusal `CKR_USER_NOT_LOGGED_IN`
    void check() {
        if (needsPin) {
            throw Refusal.of(
                    Ckr.USER_NOT_LOGGED_IN,
                    "CKA_ALWAYS_AUTHENTICATE of the key",
                    "The key wants the PIN for each use, given between the beginning of the operation and its first"
                            + " data.",
                    "4.11",
                    "Call C_Login with CKU_CONTEXT_SPECIFIC after C_SignInit or C_DecryptInit.");
        }
    }
}
