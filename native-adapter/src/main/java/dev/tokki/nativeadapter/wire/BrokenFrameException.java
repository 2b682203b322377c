package dev.tokki.nativeadapter.wire;

/// A frame that no [FrameWriter] wrote.
public final class BrokenFrameException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param what what is wrong with it
    public BrokenFrameException(String what) {
        super("broken frame: " + what);
    }
}
