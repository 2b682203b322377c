package dev.tokki.cli.serve;

/// A socket or a module cannot be had: one line for the person.
public final class ServeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServeException(String message) {
        super(message);
    }

    ServeException(String message, Exception cause) {
        super(message, cause);
    }
}
