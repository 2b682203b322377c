package dev.tokki.emulator.mechanism.work;

/// A digest in progress.
public interface Digester {
    /// {@return the length of the digest in bytes}
    int length();

    /// {@return the length of the digest in bytes, where it depends on the data}
    ///
    /// @param rest how many bytes of data are still to come
    default long length(long rest) {
        return length();
    }

    /// Takes a part of the data.
    void update(byte[] data);

    /// {@return the digest}
    byte[] finish();
}
