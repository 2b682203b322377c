package dev.tokki.emulator.mechanism.work;

/// Recovers the data that a signature holds (section 5.15.6).
@FunctionalInterface
public interface Recoverer {
    /// {@return the data}
    ///
    /// @throws dev.tokki.emulator.rule.Refusal `CKR_SIGNATURE_INVALID` or `CKR_SIGNATURE_LEN_RANGE`
    byte[] recover(byte[] signature);
}
