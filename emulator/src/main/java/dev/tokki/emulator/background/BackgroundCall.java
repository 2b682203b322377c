package dev.tokki.emulator.background;

import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Output;
import dev.tokki.api.Reply;
import dev.tokki.api.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A call that runs in background.
public final class BackgroundCall {
    /// What is known of a call before it is over.
    ///
    /// @param function the function called
    /// @param sessionState the state of its session, `CKS_…`
    /// @param user the name of the user who was logged in; empty for one without
    /// @param length how many bytes of output there are at most; 0 for a function without
    /// @param outlivesSession whether what it makes is there when its session is closed
    public record Facts(Function function, long sessionState, String user, long length, boolean outlivesSession) {}

    /// What came of it.
    ///
    /// @param reply the reply
    /// @param handles the handles of the objects that were made, in the order of the outputs
    /// @param objects the `CKA_UNIQUE_ID` of each, by which another session finds them
    public record Result(Reply<?> reply, List<Long> handles, List<Value> objects) {
        /// Copies the lists.
        public Result {
            handles = List.copyOf(handles);
            objects = List.copyOf(objects);
        }

        /// {@return the result of a call that made no objects}
        public static Result of(Reply<?> reply) {
            return new Result(reply, List.of(), List.of());
        }

        /// {@return the bytes that the call gave, if it gives any}
        public Optional<Bytes> output() {
            if (reply.value() instanceof Output output) {
                return Optional.of(Bytes.of(output.array()));
            }
            return reply.value() instanceof Bytes bytes ? Optional.of(bytes) : Optional.empty();
        }

        /// {@return whether there is something to be told beside the return value}
        public boolean hasOutput() {
            return reply.isOk() && (reply.value() != null || !objects.isEmpty());
        }
    }

    private final Facts facts;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<Result> result = new CompletableFuture<>();

    /// Guarded by this object's monitor.
    private Consumer<Result> afterwards = known -> {};

    /// @param facts what is known of it
    public BackgroundCall(Facts facts) {
        this.facts = facts;
    }

    /// {@return a call that is over}
    public static BackgroundCall over(Facts facts, Result result) {
        BackgroundCall call = new BackgroundCall(facts);
        call.complete(result);
        return call;
    }

    /// Starts work in a thread of its own, and returns when the work has its place in the session
    /// ([#begin]), so that later calls come after it.
    ///
    /// @param work calls [#begin] and [#complete]
    public void start(Consumer<BackgroundCall> work) {
        Thread.ofVirtual().name("tokki " + facts.function()).start(() -> {
            try {
                work.accept(this);
            } catch (RuntimeException | Error fault) {
                result.completeExceptionally(fault);
            } finally {
                begun.countDown();
            }
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

    /// The work has its place in the session.
    public void begin() {
        begun.countDown();
    }

    /// The work is done.
    public void complete(Result known) {
        Consumer<Result> action;
        synchronized (this) {
            result.complete(known);
            action = afterwards;
        }
        action.accept(known);
    }

    /// Does something with the result: now, or in the thread of the work when it is over.
    void whenOver(Consumer<Result> action) {
        synchronized (this) {
            if (!result.isDone()) {
                afterwards = action;
                return;
            }
        }
        action.accept(result.join());
    }

    /// {@return what is known of it}
    public Facts facts() {
        return facts;
    }

    /// {@return the function}
    public Function function() {
        return facts.function();
    }

    /// {@return whether it is over}
    public boolean isDone() {
        return result.isDone();
    }

    /// {@return what came of it; for callers who know that it is over, or who want to wait}
    public Result result() {
        return result.join();
    }
}
