package dev.tokki.nativeadapter.layout;

import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Notify;

/// What a caller needs to lay a call out: memory of its own, and C functions that call back into Java.
public interface Room extends Memory {
    /// {@return the address of so many zero bytes, aligned for any C type; never NULL_PTR, not even for no bytes}
    ///
    /// They live until the call is over.
    long allocate(long length);

    /// {@return the address of a C function that calls `notify`; it lives at least as long as the module}
    long callback(Notify notify);

    /// {@return the addresses of the mutex functions, in the order create, destroy, lock, unlock; 0 for those not
    /// given}
    long[] mutexes(Mutexes which);
}
