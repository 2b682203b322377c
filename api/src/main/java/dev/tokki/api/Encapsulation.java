package dev.tokki.api;

/// What C_EncapsulateKey wrote.
///
/// @param ciphertext the encapsulated secret, or its length
/// @param key handle of the new key; 0 for a length query
public record Encapsulation(Output ciphertext, long key) {}
