package dev.tokki.nativeadapter.layout;

/// A call asks for more memory than anybody would give it.
public final class NoRoomException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param length the bytes asked for
    public NoRoomException(long length) {
        super("no room for " + Long.toUnsignedString(length) + " bytes, the most is " + Memory.LIMIT);
    }
}
