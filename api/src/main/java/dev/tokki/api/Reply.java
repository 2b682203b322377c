package dev.tokki.api;

import dev.tokki.api.parameter.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came back from a call.
///
/// @param rv the return value
/// @param value the outputs; null where the call failed and left none, or has none. A length query, and a
///        `CKR_BUFFER_TOO_SMALL`, do leave an [Output]
/// @param parameter the mechanism's parameter as the module left it, where the function writes into it (an IV, a tag,
///        derived handles); null elsewhere
/// @param reason why the call was refused; only modules of ours give one
public record Reply<R>(
        Rv rv,
        @Nullable R value,
        @Nullable Parameter parameter,
        @Nullable Reason reason) {
    /// {@return a reply of `CKR_OK` with outputs}
    public static <R> Reply<R> ok(@Nullable R value) {
        return new Reply<>(Rv.OK, value, null, null);
    }

    /// {@return a reply without outputs and without a reason}
    public static <R> Reply<R> of(long ckr) {
        return new Reply<>(new Rv(ckr), null, null, null);
    }

    /// {@return a refusal}
    public static <R> Reply<R> refused(long ckr, Reason reason) {
        return new Reply<>(new Rv(ckr), null, null, reason);
    }

    /// {@return whether the return value is `CKR_OK`}
    public boolean isOk() {
        return rv.isOk();
    }

    /// {@return the outputs of a call that succeeded}
    ///
    /// @throws CryptokiException if the return value is not `CKR_OK`
    public R orThrow(Function function) {
        if (!rv.isOk()) {
            throw new CryptokiException(function, rv, reason);
        }
        return outputs();
    }

    /// {@return the outputs}
    ///
    /// @throws IllegalStateException if the call left none
    public R outputs() {
        if (value == null) {
            throw new IllegalStateException("the call returned " + rv + " and left no outputs");
        }
        return value;
    }

    /// {@return why the call was refused, if the module says so}
    public Optional<Reason> why() {
        return Optional.ofNullable(reason);
    }
}
