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
    private final Thread hook;

    private Serving(Runnable announce) {
        // What is told to end by a signal has ended well: not 143, which is how a JVM reports it.
        hook = Thread.ofPlatform().name("end of serving").unstarted(() -> {
            announce.run();
            closeAll();
            Runtime.getRuntime().halt(0);
        });
    }

    /// Begins, ready to be told to end.
    ///
    /// @param announce what to do first when the process is told to end
    static Serving begin(Runnable announce) {
        Serving serving = new Serving(announce);
        Runtime.getRuntime().addShutdownHook(serving.hook);
        return serving;
    }

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
    void untilToldToEnd() {
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeAll() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
        told.countDown();
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is running.
        }
    }
}
