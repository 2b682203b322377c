package dev.tokki.conformance.suite;

import dev.tokki.conformance.result.RecordedCall;

/// Hears of each call before it is made and when it has returned, so that what a module did is known although it took
/// its process with it.
public interface CallWatcher {
    /// A watcher that looks away.
    CallWatcher NONE = new CallWatcher() {};

    /// A call is about to be made.
    ///
    /// @param call the call, its return value `-`
    default void begins(RecordedCall call) {}

    /// A call returned, or its module threw.
    default void ended(RecordedCall call) {}
}
