package dev.tokki.nativeadapter.layout;

import java.util.Arrays;

/// Memory as C sees it: bytes at addresses. It may be our own, or that of a program at the other end of a socket.
public interface Memory {
    /// The most bytes that one value may have. C cannot say how large a thing really is; a length beyond this is taken
    /// for a mistake.
    long LIMIT = 1L << 28;

    /// {@return the sizes in force}
    Abi abi();

    /// {@return the byte there}
    byte getByte(long address);

    /// {@return the four bytes there, in the machine's order}
    int getInt(long address);

    /// {@return the eight bytes there, in the machine's order}
    long getLong(long address);

    /// {@return a copy of so many bytes}
    ///
    /// @throws BadAddressException if they cannot be read
    byte[] read(long address, long length);

    /// Writes a byte.
    void putByte(long address, byte value);

    /// Writes four bytes in the machine's order.
    void putInt(long address, int value);

    /// Writes eight bytes in the machine's order.
    void putLong(long address, long value);

    /// Writes bytes.
    void write(long address, byte[] bytes);

    /// Says that these bytes will be read soon, so that memory far away can fetch them at once.
    ///
    /// @return the memory to read them from
    default Memory block(long address, long length) {
        return this;
    }

    /// {@return the `CK_ULONG` there}
    default long ulong(long address) {
        return abi().ulongSize() == 8 ? getLong(address) : abi().asUlong(getInt(address));
    }

    /// Writes a `CK_ULONG`.
    default void ulong(long address, long value) {
        if (abi().ulongSize() == 8) {
            putLong(address, value);
        } else {
            putInt(address, (int) value);
        }
    }

    /// {@return the pointer there}
    default long pointer(long address) {
        return abi().pointerSize() == 8 ? getLong(address) : Integer.toUnsignedLong(getInt(address));
    }

    /// Writes a pointer.
    default void pointer(long address, long value) {
        if (abi().pointerSize() == 8) {
            putLong(address, value);
        } else {
            putInt(address, (int) value);
        }
    }

    /// {@return the bytes up to the next zero}
    ///
    /// @throws BadAddressException if there is none within a reasonable distance
    default byte[] textBytes(long address) {
        int most = 1 << 16;
        byte[] found = new byte[64];
        for (int length = 0; length < most; length++) {
            byte next = getByte(address + length);
            if (next == 0) {
                return Arrays.copyOf(found, length);
            }
            if (length == found.length) {
                found = Arrays.copyOf(found, 2 * length);
            }
            found[length] = next;
        }
        throw new BadAddressException(address, most);
    }
}
