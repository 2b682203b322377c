package dev.tokki.emulator.object;

import java.util.concurrent.atomic.AtomicLong;

/// The object handles of one application: each number is given once, over all its slots and sessions.
public final class Handles {
    private final AtomicLong last = new AtomicLong();

    /// {@return a handle never given before; never 0, which is `CK_INVALID_HANDLE`}
    long next() {
        return last.incrementAndGet();
    }
}
