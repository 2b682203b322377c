package dev.tokki.emulator.mechanism.message;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;

/// The parameter of one message of an AEAD mechanism, read and checked.
///
/// @param given the structure itself
/// @param iv the initialisation vector or nonce, or room for one
/// @param fixedBits how many of its leading bits a generator leaves alone
/// @param generator how it is made, `CKG_…`
/// @param tag the tag, or room for it; not shared
/// @param rebuilt makes the structure anew with another vector and tag
public record MessageParameter(
        Parameter given, Bytes iv, long fixedBits, long generator, Bytes tag, Rebuilding rebuilt) {
    /// Makes a structure of a vector and a tag.
    @FunctionalInterface
    public interface Rebuilding {
        /// {@return the structure}
        Parameter of(Bytes iv, Bytes tag);
    }

    /// {@return the length of the tag in bytes}
    public int tagLength() {
        return (int) tag.length();
    }

    /// {@return this with the vector that is used}
    MessageParameter withIv(byte[] used) {
        Bytes vector = Bytes.of(used);
        return new MessageParameter(rebuilt.of(vector, tag), vector, fixedBits, generator, tag, rebuilt);
    }
}
