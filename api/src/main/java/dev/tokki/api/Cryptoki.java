package dev.tokki.api;

import dev.tokki.api.call.Call;

/// A PKCS#11 module as one application sees it: whatever answers calls.
///
/// Implementations answer every call of section 5 and never throw for what a caller did; they may be called by several
/// threads at once (section 5.4.1, `CKF_OS_LOCKING_OK`).
public interface Cryptoki extends AutoCloseable {
    /// Makes a call. Outputs, refusals and return values are all in the reply.
    ///
    /// @param call which function, with which arguments
    /// @return the return value and the outputs
    /// @throws IllegalStateException if the module was closed
    <R> Reply<R> call(Call<R> call);

    /// Lets go of the module; an application still initialised is finalised first. Closing twice is fine.
    @Override
    void close();
}
