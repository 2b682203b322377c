package dev.tokki.storage;

/// How much a change must survive once it is acknowledged.
public enum Durability {
    /// A killed process.
    COMMITTED,
    /// A power cut too: PIN counters, indices of stateful signatures.
    SYNCED
}
