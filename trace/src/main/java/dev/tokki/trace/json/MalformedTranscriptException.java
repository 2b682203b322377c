package dev.tokki.trace.json;

/// A file is no transcript, or a line of it is broken.
public final class MalformedTranscriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param what what is wrong with it
    public MalformedTranscriptException(String what) {
        super(what);
    }

    /// @param what what is wrong with it
    /// @param cause how that showed
    public MalformedTranscriptException(String what, Exception cause) {
        super(what, cause);
    }
}
