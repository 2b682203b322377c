package dev.tokki.server.elf;

/// What lies where in the module's writable memory, in bytes from its begin: whose it is, a lock, a random number, and
/// the connections.
final class State {
    static final int OWNER = 0;
    static final int LOCK = 8;
    static final int NONCE = 16;
    static final int SLOTS = 24;

    /// Of a connection: whether a thread uses it.
    static final int BUSY = 0;

    /// Of a connection: its file descriptor plus one; 0 for none.
    static final int DESCRIPTOR = 8;

    /// Of a connection: the inode of its socket.
    static final int INODE = 16;

    static final int SLOT_SIZE = 24;
    static final int SLOT_COUNT = 64;
    static final int SLOTS_END = SLOTS + SLOT_COUNT * SLOT_SIZE;

    /// Size of all.
    static final int SIZE = SLOTS_END;

    private State() {}
}
