package dev.tokki.cli.serve;

import java.util.concurrent.CountDownLatch;

/// Work that another thread does while this one has something else to do.
final class HeadStart {
    private final CountDownLatch done = new CountDownLatch(1);

    private HeadStart() {}

    static HeadStart none() {
        HeadStart none = new HeadStart();
        none.done.countDown();
        return none;
    }

    static HeadStart begin(Runnable work) {
        HeadStart begun = new HeadStart();
        Thread.ofPlatform().daemon().name("head start").start(() -> {
            try {
                work.run();
            } finally {
                begun.done.countDown();
            }
        });
        return begun;
    }

    /// Waits until it is done, or the thread is interrupted, which stays so.
    void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
