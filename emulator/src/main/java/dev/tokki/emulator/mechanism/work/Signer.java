package dev.tokki.emulator.mechanism.work;

/// A signature or MAC in progress.
public interface Signer {
    /// {@return whether data may come in parts}
    boolean takesParts();

    /// {@return the length of the signature in bytes, at most}
    long length();

    /// {@return the length of the signature in bytes, at most, where it depends on the data}
    ///
    /// @param rest how many bytes of data are still to come
    default long length(long rest) {
        return length();
    }

    /// Takes a part of the data.
    void update(byte[] data);

    /// Ends the operation.
    ///
    /// @param data the rest of the data; empty for C_SignFinal
    /// @return the signature
    /// @throws dev.tokki.emulator.rule.Refusal for data of a wrong length
    byte[] finish(byte[] data);
}
