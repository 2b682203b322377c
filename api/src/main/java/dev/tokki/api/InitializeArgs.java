package dev.tokki.api;

import dev.tokki.api.parameter.Struct;
import org.jspecify.annotations.Nullable;

/// The arguments of C_Initialize (`CK_C_INITIALIZE_ARGS`, section 3.7).
///
/// @param mutexes which of the four mutex callbacks are given
/// @param flags `CKF_LIBRARY_CANT_CREATE_OS_THREADS`, `CKF_OS_LOCKING_OK`
/// @param reserved text for `pReserved`, zero-terminated in C; null for NULL_PTR. The standard wants NULL_PTR, NSS a
/// configuration
@Struct("CK_C_INITIALIZE_ARGS")
public record InitializeArgs(
        Mutexes mutexes, long flags, @Nullable String reserved) {
    /// Which mutex callbacks a caller supplies (section 5.4.1: all or none).
    public enum Mutexes {
        /// None.
        NONE,
        /// All four; they work.
        ALL,
        /// Some but not all, which a module must refuse (`CKR_ARGUMENTS_BAD`).
        SOME
    }

    /// {@return arguments with flags only}
    public static InitializeArgs flags(long flags) {
        return new InitializeArgs(Mutexes.NONE, flags, null);
    }
}
