package dev.tokki.storage;

import java.util.Arrays;

/// A token's opened master key. Holding one is the right to read private objects; [#close] wipes it.
public final class MasterKey implements AutoCloseable {
    private final byte[] tokenId;
    private final byte[] key;
    private final byte[] contentKey;
    private volatile boolean closed;

    /// @param tokenId the token it belongs to, shared
    /// @param key 32 bytes, now owned by this object
    MasterKey(byte[] tokenId, byte[] key) {
        this.tokenId = tokenId;
        this.key = key;
        this.contentKey = Derivation.PRIVATE_OBJECTS.from(key);
    }

    /// {@return the key, to be wrapped under another PIN}
    byte[] bytes() {
        checkOpen();
        return key;
    }

    /// {@return the key of private objects' content}
    byte[] contentKey() {
        checkOpen();
        return contentKey;
    }

    /// {@return whether it belongs to this token}
    boolean opens(byte[] id) {
        return Arrays.equals(tokenId, id);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("this master key is closed: the PIN must be given again");
        }
    }

    /// Overwrites the key; using it afterwards fails with [IllegalStateException].
    @Override
    public void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
        Arrays.fill(contentKey, (byte) 0);
    }

    @Override
    public String toString() {
        return "master key";
    }
}
