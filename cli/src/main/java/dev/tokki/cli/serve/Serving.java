package dev.tokki.cli.serve;

import dev.tokki.cli.trace.TraceFile;
import dev.tokki.server.Daemon;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/// What is open while a daemon runs; closed once, in reverse order, by whoever ends it: the command, or the process
/// when it gets SIGTERM or SIGINT.
final class Serving implements AutoCloseable {
    private final Deque<Runnable> open = new ArrayDeque<>();
    private final CountDownLatch told = new CountDownLatch(1);

    Source.Opened keep(Source.Opened opened) {
        push(opened.close());
        return opened;
    }

    TraceFile keep(TraceFile trace) {
        push(trace::close);
        return trace;
    }

    Daemon keep(Daemon daemon) {
        push(daemon::close);
        return daemon;
    }

    private synchronized void push(Runnable close) {
        open.push(close);
    }

    /// Waits for the process to be told to end, or the thread to be interrupted.
    ///
    /// @param announce what to do first then
    void untilToldToEnd(Runnable announce) {
        // What is told to end by a signal has ended well: not 143, which is how a JVM reports it.
        Thread hook = Thread.ofPlatform().name("end of serving").unstarted(() -> {
            announce.run();
            close();
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
    }

    @Override
    public synchronized void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
        told.countDown();
    }
}
