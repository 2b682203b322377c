package dev.tokki.conformance.suite;

import dev.tokki.api.Function;

/// Ends a test whose module threw instead of answering.
public final class ModuleCrashed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ModuleCrashed(Function function, Throwable cause) {
        super(message(function, cause), cause);
    }

    private static String message(Function function, Throwable cause) {
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return text.startsWith(function + ":") ? text : function + ": " + text;
    }
}
