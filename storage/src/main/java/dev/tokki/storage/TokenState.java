package dev.tokki.storage;

import java.nio.ByteBuffer;

/// A token's public state: everything about it that is neither a secret nor an object. Stored authenticated, so
/// that an edit is noticed.
///
/// @param label at most 32 bytes of UTF-8, without padding
/// @param serialNumber at most 16 characters
/// @param flags the `CKF_…` of `CK_TOKEN_INFO` that are remembered (initialised, PIN set, PIN to be changed)
/// @param failedUserPins wrong user PINs since the last right one
/// @param failedSoPins wrong SO PINs since the last right one
public record TokenState(String label, String serialNumber, long flags, int failedUserPins, int failedSoPins) {
    byte[] toBytes() {
        return new Encoding()
                .put(label)
                .put(serialNumber)
                .put(flags)
                .put(failedUserPins)
                .put(failedSoPins)
                .toBytes();
    }

    static TokenState of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        return new TokenState(
                Encoding.text(from), Encoding.text(from), from.getLong(), (int) from.getLong(), (int) from.getLong());
    }
}
