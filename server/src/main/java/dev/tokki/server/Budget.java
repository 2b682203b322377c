package dev.tokki.server;

import java.util.concurrent.atomic.AtomicLong;

/// The memory that all calls in progress together may take up with what was fetched for them, so that no program can
/// use up what the others need.
final class Budget {
    private final AtomicLong left;

    /// @param bytes how many
    Budget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /// {@return half of what this JVM may use}
    static Budget ofThisMachine() {
        return new Budget(Runtime.getRuntime().maxMemory() / 2);
    }

    /// Takes bytes, to be given back.
    ///
    /// @throws NoMemoryException if there are not so many left
    void take(long bytes) {
        if (left.addAndGet(-bytes) < 0) {
            left.addAndGet(bytes);
            throw new NoMemoryException(bytes);
        }
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }

    /// A call wants more memory than the daemon has for it.
    static final class NoMemoryException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoMemoryException(long bytes) {
            super("no " + bytes + " bytes left for a call");
        }
    }
}
