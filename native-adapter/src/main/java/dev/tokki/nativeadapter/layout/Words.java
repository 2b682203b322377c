package dev.tokki.nativeadapter.layout;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The machine words of a call that arrived, as a memory of their own that begins at address 0.
///
/// @param abi the sizes in force
/// @param bytes the words
record Words(Abi abi, ByteBuffer bytes) implements Memory {
    Words(Abi abi, long[] words) {
        this(abi, ByteBuffer.allocate(words.length * Abi.WORD).order(ByteOrder.nativeOrder()));
        bytes.asLongBuffer().put(words);
    }

    @Override
    public byte getByte(long address) {
        return bytes.get((int) address);
    }

    @Override
    public int getInt(long address) {
        return bytes.getInt((int) address);
    }

    @Override
    public long getLong(long address) {
        return bytes.getLong((int) address);
    }

    @Override
    public byte[] read(long address, long length) {
        byte[] copy = new byte[(int) length];
        bytes.get((int) address, copy);
        return copy;
    }

    @Override
    public void putByte(long address, byte value) {
        bytes.put((int) address, value);
    }

    @Override
    public void putInt(long address, int value) {
        bytes.putInt((int) address, value);
    }

    @Override
    public void putLong(long address, long value) {
        bytes.putLong((int) address, value);
    }

    @Override
    public void write(long address, byte[] source) {
        bytes.put((int) address, source);
    }
}
