package dev.tokki.conformance.suite;

/// Ends a test whose module does not claim the capability that the test is about.
public final class NotSupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSupported(String lack) {
        super(lack);
    }

    NotSupported(String lack, Throwable cause) {
        super(lack, cause);
    }
}
