package dev.tokki.emulator.mechanism.work;

/// An encryption or decryption in progress.
///
/// The two length methods answer C's length queries (section 5.2): they change nothing, may exceed the exact
/// length a little, and never fall short of it.
public interface CipherOperation {
    /// {@return whether data may come in parts}
    boolean takesParts();

    /// {@return the most bytes that [#update] returns for `inputLength` further bytes}
    long updateLength(long inputLength);

    /// {@return the most bytes that [#update] of `inputLength` further bytes and [#finish] return together}
    long finishLength(long inputLength);

    /// {@return output for a part of the input; only when [#takesParts]}
    byte[] update(byte[] input);

    /// Ends the operation with the last, or the only, part of the input.
    ///
    /// @param input the rest of the input; empty for C_EncryptFinal
    /// @return the rest of the output
    /// @throws dev.tokki.emulator.rule.Refusal for data of a wrong length, bad padding, a bad tag
    byte[] finish(byte[] input);
}
