package dev.tokki.emulator.chapter;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.session.Session;
import java.util.List;

/// What a key's own attributes allow: its usage flags, and the mechanisms it may be used with.
final class KeyPermission {
    private KeyPermission() {}

    /// {@return the key of an operation}
    ///
    /// @throws Refusal `CKR_KEY_HANDLE_INVALID`
    static KeyView key(Session session, long handle) {
        return session.objects().key(session.caller(), handle, "hKey", Ckr.KEY_HANDLE_INVALID);
    }

    /// Refuses a use that the key's owner did not allow.
    ///
    /// @param usage the attribute that must be true: `CKA_SIGN`, …
    /// @throws Refusal `CKR_KEY_FUNCTION_NOT_PERMITTED`; `CKR_MECHANISM_INVALID` if
    ///         `CKA_ALLOWED_MECHANISMS` lacks the mechanism
    static void check(Session session, KeyView key, long usage, Mechanism mechanism, Function function) {
        if (!key.attributes().bool(usage, false)) {
            throw Refusal.of(
                    Ckr.KEY_FUNCTION_NOT_PERMITTED,
                    Names.CKA.of(usage) + " of the key",
                    "It must be CK_TRUE for " + function + " and is not.",
                    function.section(),
                    "Use a key made with this attribute, or set it if the key is modifiable.");
        }
        checkAllowed(session, key, mechanism);
    }

    /// Refuses a mechanism that `CKA_ALLOWED_MECHANISMS` lacks.
    ///
    /// @throws Refusal `CKR_MECHANISM_INVALID`
    static void checkAllowed(Session session, KeyView key, Mechanism mechanism) {
        if (key.attributes().find(Cka.ALLOWED_MECHANISMS).orElse(null) instanceof Value.ULongArray allowed
                && !isAllowed(session, allowed.values(), mechanism.type())) {
            throw Refusal.of(
                    Ckr.MECHANISM_INVALID,
                    "CKA_ALLOWED_MECHANISMS of the key",
                    "The key is for "
                            + allowed.values().stream().map(Names.CKM::of).toList() + " only, not for "
                            + Names.CKM.of(mechanism.type()) + ".",
                    "4.9",
                    "Use one of these mechanisms, or another key.");
        }
    }

    /// An empty list allows every mechanism, as none does: a key for nothing is no key.
    private static boolean isAllowed(Session session, List<Long> allowed, long mechanism) {
        return allowed.contains(mechanism)
                || (allowed.isEmpty() && !session.token().policy().reads(OtherReading.EMPTY_ALLOWED_MECHANISMS_FORBID));
    }
}
