package dev.tokki.storage;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/// The 32 random bytes that open a store. Everything the store itself needs is derived from them: the password
/// of the database file, the key of public objects, the keys that authenticate. Private objects need a PIN on
/// top.
///
/// Whoever makes stores with a key of their own must keep it: without it nothing in the store can be read.
public final class StoreKey implements AutoCloseable {
    /// The key's length in bytes.
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private StoreKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// {@return a key of these 32 bytes, copied; they must be random, never a PIN or a password}
    public static StoreKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a store key has 32 bytes, not " + bytes.length);
        }
        return new StoreKey(bytes.clone());
    }

    /// {@return the key written as 64 hexadecimal digits}
    public static StoreKey ofHex(String digits) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            // Without the cause: its message quotes the digits.
            throw new IllegalArgumentException("a store key is written as 64 hexadecimal digits");
        }
        try {
            return of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// {@return a new random key}
    public static StoreKey random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new StoreKey(bytes);
    }

    /// {@return a copy of the bytes, for the caller to keep}
    public byte[] toBytes() {
        return bytes.clone();
    }

    /// {@return whether the other key has the same bytes; takes the same time whatever they are}
    public boolean sameAs(StoreKey other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /// Overwrites the key; stores opened with it go on working.
    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "store key";
    }
}
