package dev.tokki.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call that did not return `CKR_OK`, for callers that prefer exceptions; thrown by the fluent face only.
public final class CryptokiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Function function;
    private final transient Rv rv;
    private final transient @Nullable Reason reason;

    /// @param function the function called
    /// @param rv what it returned
    /// @param reason why, where the module says so
    public CryptokiException(Function function, Rv rv, @Nullable Reason reason) {
        super(function.cName() + ": " + rv + (reason == null ? "" : ": " + reason));
        this.function = function;
        this.rv = rv;
        this.reason = reason;
    }

    /// {@return the function called}
    public Function function() {
        return function;
    }

    /// {@return what it returned}
    public Rv rv() {
        return rv;
    }

    /// {@return why, if the module says so}
    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }
}
