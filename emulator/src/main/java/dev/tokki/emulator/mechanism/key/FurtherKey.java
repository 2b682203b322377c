package dev.tokki.emulator.mechanism.key;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.OtherKeys;
import dev.tokki.emulator.rule.Refusal;

/// A key whose handle is in a mechanism's parameter.
///
/// @param key the key
/// @param member the member of the parameter
/// @param section the section of the mechanism
public record FurtherKey(KeyView key, String member, String section) {
    /// {@return the key of a handle}
    ///
    /// @param others finds keys
    public static FurtherKey of(OtherKeys others, long handle, String member, String section) {
        return new FurtherKey(others.apply(handle), member, section);
    }

    /// {@return this key, which must have a class and a type}
    public FurtherKey is(long keyClass, long keyType) {
        long foundClass = key.attributes().ulong(Cka.CLASS, -1);
        long foundType = key.attributes().ulong(Cka.KEY_TYPE, -1);
        if (foundClass != keyClass || foundType != keyType) {
            throw Refusal.of(
                    Ckr.KEY_TYPE_INCONSISTENT,
                    member,
                    "It is the handle of a " + Names.CKO.of(keyClass) + " of type " + Names.CKK.of(keyType)
                            + "; this is a " + Names.CKO.of(foundClass) + " of type " + Names.CKK.of(foundType) + ".",
                    section,
                    "Pass the handle of such a key.");
        }
        return this;
    }

    /// {@return this key, which must allow derivation}
    public FurtherKey derives() {
        if (!key.attributes().bool(Cka.DERIVE, false)) {
            throw Refusal.of(
                    Ckr.KEY_FUNCTION_NOT_PERMITTED,
                    "CKA_DERIVE of " + member,
                    "It must be CK_TRUE for a key to take part in a derivation and is not.",
                    section,
                    "Use a key made with this attribute.");
        }
        return this;
    }
}
