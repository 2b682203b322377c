package dev.tokki.nativeadapter.child;

/// What a connection between the two processes is for; its first frame says so.
final class Purpose {
    /// To load a module; there is more in the frame.
    static final byte LOAD = 0;

    /// Calls, and an empty frame to let go of the module.
    static final byte CALLS = 1;

    /// Notifications, in the other direction.
    static final byte NOTIFICATIONS = 2;

    private Purpose() {}
}
