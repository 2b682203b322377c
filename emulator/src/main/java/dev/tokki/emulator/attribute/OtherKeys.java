package dev.tokki.emulator.attribute;

import java.util.stream.Stream;

/// Finds the keys that a mechanism needs besides the one it was given.
@FunctionalInterface
public interface OtherKeys {
    /// {@return the key of a handle in the mechanism's parameter}
    ///
    /// @throws dev.tokki.emulator.rule.Refusal `CKR_KEY_HANDLE_INVALID`
    KeyView apply(long handle);

    /// {@return the caller's private keys of a type, for parameters that tell a key by an identifier}
    ///
    /// @param keyType the type, `CKK_…`
    default Stream<KeyView> privateKeys(long keyType) {
        return Stream.empty();
    }
}
