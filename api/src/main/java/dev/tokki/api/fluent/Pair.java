package dev.tokki.api.fluent;

/// A key pair.
///
/// @param publicKey the public key
/// @param privateKey the private key
public record Pair(Key publicKey, Key privateKey) {}
