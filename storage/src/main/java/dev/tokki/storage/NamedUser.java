package dev.tokki.storage;

import dev.tokki.api.Bytes;

/// A user with a name and a PIN of his own (C_LoginUser, section 5.6.9).
///
/// @param name the name
/// @param wrapped the token's master key, wrapped under the PIN
/// @param failures wrong PINs since the last right one
public record NamedUser(String name, Bytes wrapped, int failures) {
    /// {@return this user with another count of wrong PINs}
    public NamedUser withFailures(int count) {
        return new NamedUser(name, wrapped, count);
    }
}
