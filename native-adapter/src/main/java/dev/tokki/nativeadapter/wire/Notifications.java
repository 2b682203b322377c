package dev.tokki.nativeadapter.wire;

import dev.tokki.api.Notify;

/// Numbers in place of callbacks, which cannot travel.
public interface Notifications {
    /// {@return the number of a callback}
    long numberOf(Notify callback);

    /// {@return the callback of a number; the same object for the same number}
    Notify of(long number);
}
