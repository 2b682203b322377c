package dev.tokki.emulator.mechanism.work;

/// A verification in progress.
public interface Verifier {
    /// {@return whether data may come in parts}
    boolean takesParts();

    /// Takes a part of the data.
    void update(byte[] data);

    /// Ends the operation.
    ///
    /// @param data the rest of the data; empty for C_VerifyFinal
    /// @param signature the signature
    /// @throws dev.tokki.emulator.rule.Refusal `CKR_SIGNATURE_INVALID` or `CKR_SIGNATURE_LEN_RANGE`
    void finish(byte[] data, byte[] signature);
}
