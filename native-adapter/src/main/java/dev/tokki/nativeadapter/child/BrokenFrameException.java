package dev.tokki.nativeadapter.child;

/// A frame that no [FrameWriter] wrote.
final class BrokenFrameException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenFrameException(String what) {
        super("broken frame: " + what);
    }
}
