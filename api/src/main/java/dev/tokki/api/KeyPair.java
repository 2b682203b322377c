package dev.tokki.api;

/// The handles that C_GenerateKeyPair wrote.
///
/// @param publicKey handle of the public key
/// @param privateKey handle of the private key
public record KeyPair(long publicKey, long privateKey) {}
