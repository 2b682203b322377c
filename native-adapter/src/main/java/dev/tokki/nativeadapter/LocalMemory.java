package dev.tokki.nativeadapter;

import dev.tokki.nativeadapter.layout.Abi;
import dev.tokki.nativeadapter.layout.BadAddressException;
import dev.tokki.nativeadapter.layout.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The memory of this process, all of it.
class LocalMemory implements Memory {
    /// Reading at a wrong address ends the JVM, as it would end a C program.
    private static final MemorySegment ALL = Foreign.everything();

    private final Abi abi;

    LocalMemory(Abi abi) {
        this.abi = abi;
    }

    /// {@return the machine word so many bytes behind an address}
    static long word(long address, int offset) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address + offset);
    }

    /// Fills with zeros.
    static void clear(long address, long length) {
        ALL.asSlice(address, length).fill((byte) 0);
    }

    @Override
    public final Abi abi() {
        return abi;
    }

    @Override
    public final byte getByte(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    @Override
    public final int getInt(long address) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
    }

    @Override
    public final long getLong(long address) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
    }

    @Override
    public final byte[] read(long address, long length) {
        if (length < 0 || length > LIMIT || (address == 0 && length > 0)) {
            throw new BadAddressException(address, length);
        }
        byte[] copy = new byte[(int) length];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, copy, 0, copy.length);
        return copy;
    }

    @Override
    public final void putByte(long address, byte value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, value);
    }

    @Override
    public final void putInt(long address, int value) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, value);
    }

    @Override
    public final void putLong(long address, long value) {
        ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
    }

    @Override
    public final void write(long address, byte[] bytes) {
        MemorySegment.copy(bytes, 0, ALL, ValueLayout.JAVA_BYTE, address, bytes.length);
    }
}
