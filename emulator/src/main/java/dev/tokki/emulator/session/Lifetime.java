package dev.tokki.emulator.session;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// The life of an application between C_Initialize and C_Finalize (sections 5.4.1 and 5.4.2), and who is
/// inside a call.
///
/// Nobody else asks "are we initialised?". A call enters and leaves; C_Finalize lets nobody in any more and
/// waits until the last one has left, so that no call ever sees half of the end.
public final class Lifetime {
    private static final Duration PATIENCE = Duration.ofMillis(1);

    private sealed interface Phase {
        record Uninitialised() implements Phase {}

        record Running(ApplicationState state) implements Phase {}

        record Ending() implements Phase {}
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(new Phase.Uninitialised());

    // Striped, so that threads in different sessions do not write to one cache line at every call. The
    // order of the two steps in enter and in end makes it right: whoever read Running was counted before
    // Ending was written, and is seen by the sum; whoever was not seen reads Ending and turns back.
    private final LongAdder inside = new LongAdder();

    /// C_Initialize.
    ///
    /// @throws Refusal `CKR_CRYPTOKI_ALREADY_INITIALIZED`
    public void begin(Supplier<ApplicationState> state) {
        if (phase.get() instanceof Phase.Uninitialised before) {
            ApplicationState begun = state.get();
            if (phase.compareAndSet(before, new Phase.Running(begun))) {
                return;
            }
            begun.close();
        }
        throw Refusal.of(
                Ckr.CRYPTOKI_ALREADY_INITIALIZED,
                "the application",
                "C_Initialize was called before, and C_Finalize not since.",
                Function.INITIALIZE.section(),
                "Call C_Finalize first, or go on with what is there.");
    }

    /// A call comes in; it must [#leave].
    ///
    /// @throws Refusal `CKR_CRYPTOKI_NOT_INITIALIZED`
    public ApplicationState enter() {
        inside.increment();
        if (phase.get() instanceof Phase.Running running) {
            return running.state();
        }
        inside.decrement();
        throw notInitialised();
    }

    /// A call that came in goes.
    public void leave() {
        inside.decrement();
    }

    /// C_Finalize: closes the state once nobody is inside any more.
    ///
    /// @throws Refusal `CKR_CRYPTOKI_NOT_INITIALIZED`
    public void end() {
        Phase now = phase.get();
        if (!(now instanceof Phase.Running running) || !phase.compareAndSet(now, new Phase.Ending())) {
            throw notInitialised();
        }
        try {
            running.state().wakeWaiters();
            while (inside.sum() > 0) {
                LockSupport.parkNanos(PATIENCE.toNanos());
            }
            running.state().close();
        } finally {
            phase.set(new Phase.Uninitialised());
        }
    }

    /// Ends, if there is something to end.
    public void endIfRunning() {
        if (phase.get() instanceof Phase.Running) {
            end();
        }
    }

    /// Refuses what comes before C_Initialize or after C_Finalize.
    ///
    /// @throws Refusal `CKR_CRYPTOKI_NOT_INITIALIZED`
    public void checkRunning() {
        if (!(phase.get() instanceof Phase.Running)) {
            throw notInitialised();
        }
    }

    /// {@return the refusal of what comes before C_Initialize or after C_Finalize}
    public static Refusal notInitialised() {
        return Refusal.of(
                Ckr.CRYPTOKI_NOT_INITIALIZED,
                "the application",
                "C_Initialize comes before all other functions.",
                Function.INITIALIZE.section(),
                "Call C_Initialize.");
    }
}
