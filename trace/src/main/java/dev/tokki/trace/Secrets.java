package dev.tokki.trace;

/// What becomes of PINs, key values, plaintexts and random output when calls are written down.
public enum Secrets {
    /// Their lengths are written down, they themselves never leave the thread that made the call.
    HIDDEN,
    /// Everything is written down; for tests with worthless keys, and for replaying exactly.
    KEPT_IN_CLEAR
}
