package dev.tokki.storage;

/// Whose PIN opens the token's master key.
public enum Role {
    /// The Security Officer.
    SO,
    /// The normal user.
    USER
}
