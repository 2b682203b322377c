package dev.tokki.storage;

import java.util.Arrays;

/// A token's opened master key. Holding one is the right to read private objects; [#close] wipes it.
public final class MasterKey implements AutoCloseable {
    private final byte[] key;

    MasterKey(byte[] key) {
        this.key = key;
    }

    byte[] bytes() {
        return key;
    }

    /// Overwrites the key; using it afterwards fails.
    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "master key";
    }
}
