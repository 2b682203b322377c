package dev.tokki.emulator.background;

import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.Value;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A call that runs in background.
public final class BackgroundCall {
    /// What came of it.
    ///
    /// @param reply the reply
    /// @param objects the `CKA_UNIQUE_ID` of each object that was made, by which another session finds them
    public record Result(Reply<?> reply, List<Value> objects) {
        /// Copies the list.
        public Result {
            objects = List.copyOf(objects);
        }
    }

    /// Does the work, and tells when it has begun.
    @FunctionalInterface
    public interface Work {
        /// {@return what came of it}
        ///
        /// @param begun to be run once the work has its place in the session
        Result run(Runnable begun);
    }

    private final Function function;
    private final long sessionState;
    private final long length;
    private final boolean outlivesSession;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final FutureTask<Result> task;

    /// @param function the function called
    /// @param sessionState the state of its session, `CKS_…`
    /// @param length how many bytes of output there are at most; 0 for a function without
    /// @param outlivesSession whether what it makes is there when its session is closed
    /// @param work the work
    public BackgroundCall(Function function, long sessionState, long length, boolean outlivesSession, Work work) {
        this.function = function;
        this.sessionState = sessionState;
        this.length = length;
        this.outlivesSession = outlivesSession;
        this.task = new FutureTask<>(() -> work.run(begun::countDown));
    }

    /// Starts, and returns when the work has its place in the session, so that later calls come after it.
    public void start() {
        Thread.ofVirtual().name("tokki " + function).start(() -> {
            task.run();
            begun.countDown();
        });
        boolean wasInterrupted = false;
        while (true) {
            try {
                begun.await();
                break;
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return the function}
    public Function function() {
        return function;
    }

    /// {@return the state of the session it was called in}
    public long sessionState() {
        return sessionState;
    }

    /// {@return how many bytes of output there are at most}
    public long length() {
        return length;
    }

    /// {@return whether what it makes is there when its session is closed}
    public boolean outlivesSession() {
        return outlivesSession;
    }

    /// {@return whether it is over}
    public boolean isDone() {
        return task.isDone();
    }

    /// {@return what came of it; for callers who know that it is over, or who want to wait}
    public Result result() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + function, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
