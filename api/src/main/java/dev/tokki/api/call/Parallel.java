package dev.tokki.api.call;

import dev.tokki.api.call.Means.Meaning;

/// Legacy parallel functions, PKCS#11 v3.2, section 5.20.
public sealed interface Parallel<R> extends Call<R> {
    /// `C_GetFunctionStatus`, section 5.20.1.
    ///
    /// @param session the session
    record GetFunctionStatus(@Means(Meaning.SESSION) long session) implements Parallel<Void> {}

    /// `C_CancelFunction`, section 5.20.2.
    ///
    /// @param session the session
    record CancelFunction(@Means(Meaning.SESSION) long session) implements Parallel<Void> {}
}
