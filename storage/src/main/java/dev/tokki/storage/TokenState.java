package dev.tokki.storage;

/// A token's public state: everything about it that is neither a secret nor an object. Stored authenticated, so that an
/// edit is noticed.
///
/// @param label at most 32 bytes of UTF-8, without padding
/// @param serialNumber at most 16 characters
/// @param flags the `CKF_…` of `CK_TOKEN_INFO` that are remembered (initialised, PIN set, PIN to be changed)
/// @param failedUserPins wrong user PINs since the last right one
/// @param failedSoPins wrong SO PINs since the last right one
public record TokenState(String label, String serialNumber, long flags, int failedUserPins, int failedSoPins) {}
