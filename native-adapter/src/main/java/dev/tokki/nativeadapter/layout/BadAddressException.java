package dev.tokki.nativeadapter.layout;

/// Memory that a value should lie in cannot be read or written: a wild pointer, or a length nobody can mean.
public final class BadAddressException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param address where
    /// @param length how many bytes
    public BadAddressException(long address, long length) {
        super("no " + Long.toUnsignedString(length) + " bytes at 0x" + Long.toHexString(address));
    }
}
