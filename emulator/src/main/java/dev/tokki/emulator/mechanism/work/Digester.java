package dev.tokki.emulator.mechanism.work;

/// A digest in progress.
public interface Digester {
    /// {@return the length of the digest in bytes}
    int length();

    /// Takes a part of the data.
    void update(byte[] data);

    /// {@return the digest}
    byte[] finish();
}
