package dev.tokki.emulator.mechanism.work;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import java.util.List;
import java.util.function.Supplier;

/// An encapsulation made ready (section 5.18.8): how long the ciphertext is can be told without making a key.
///
/// @param length the length of the ciphertext in bytes
/// @param maker makes the key and its ciphertext
public record Encapsulator(long length, Supplier<Made> maker) {
    /// A secret encapsulated.
    ///
    /// @param ciphertext what the owner of the private key opens
    /// @param key the attributes of the new key: class, type and value
    public record Made(Bytes ciphertext, List<Attribute> key) {}
}
