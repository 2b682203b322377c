package dev.tokki.conformance;

import dev.tokki.conformance.module.Expectations;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Stage;
import dev.tokki.conformance.result.Finding;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Deviation;
import dev.tokki.conformance.suite.ModuleCrashed;
import dev.tokki.conformance.suite.NotSupported;
import dev.tokki.conformance.suite.TestCase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs single tests on a module and turns their ends into verdicts.
///
/// A test runs in a thread of its own, so that a module that never answers can be killed; the thread is then given up.
final class TestRunner implements AutoCloseable {
    private final ModuleUnderTest module;
    private final Expectations expectations;
    private final Duration patience;
    private ExecutorService thread = thread();

    /// @param module the module, which is there
    /// @param patience how long one test may take
    TestRunner(ModuleUnderTest module, Duration patience) {
        this.module = module;
        this.expectations = module.expectations();
        this.patience = patience;
    }

    /// {@return what the module did about a test}
    TestResult run(TestCase test) {
        long start = System.nanoTime();
        Stage stage;
        try {
            stage = module.stage();
        } catch (RuntimeException e) {
            return result(
                    test, new Outcome(Verdict.CRASHES, "no fresh token could be had: " + message(e)), List.of(), start);
        }
        Bench bench = new Bench(stage);
        Outcome outcome = closing(stage, outcome(test, bench));
        return result(test, outcome, bench.calls(), start);
    }

    /// Ends the thread; the module is its owner's to close.
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private Outcome outcome(TestCase test, Bench bench) {
        Future<?> running = thread.submit(() -> test.run(bench));
        try {
            running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Outcome(Verdict.CONFORMS, "");
        } catch (TimeoutException e) {
            bench.stage().kill();
            running.cancel(true);
            thread.shutdownNow();
            thread = thread();
            return new Outcome(Verdict.CRASHES, "no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return outcome(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    private static Outcome outcome(Throwable end) {
        return switch (end) {
            case Deviation deviation -> new Outcome(Verdict.DEVIATES, message(deviation), deviation.findings());
            case NotSupported lack -> new Outcome(Verdict.NOT_SUPPORTED, message(lack));
            case ModuleCrashed crash -> new Outcome(Verdict.CRASHES, message(crash));
            case Error broken -> throw broken; // of the suite: an error of the module is a ModuleCrashed
            default -> unforeseen(end);
        };
    }

    /// An answer that the test was not prepared for, such as one without outputs: the module's fault until shown
    /// otherwise.
    private static Outcome unforeseen(Throwable end) {
        StackTraceElement at =
                end.getStackTrace().length == 0 ? new StackTraceElement("?", "?", null, -1) : end.getStackTrace()[0];
        String text = "%s (%s at %s)".formatted(message(end), end.getClass().getSimpleName(), at);
        return new Outcome(
                Verdict.DEVIATES, text, List.of(new Finding("the test", "an answer that makes sense", text, null)));
    }

    private static Outcome closing(Stage stage, Outcome outcome) {
        try {
            stage.close();
            return outcome;
        } catch (RuntimeException e) {
            return outcome.verdict() == Verdict.CRASHES
                    ? outcome
                    : new Outcome(Verdict.CRASHES, "after the test the module could not be finalised: " + message(e));
        }
    }

    private TestResult result(TestCase test, Outcome outcome, List<RecordedCall> calls, long start) {
        String id = test.info().id();
        return new TestResult(
                id,
                outcome.verdict(),
                outcome.detail(),
                outcome.findings(),
                calls,
                (System.nanoTime() - start) / 1000,
                expectations.of(id).orElse(null));
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("conformance-test").factory());
    }

    /// How a test ended.
    private record Outcome(Verdict verdict, String detail, List<Finding> findings) {
        Outcome(Verdict verdict, String detail) {
            this(verdict, detail, List.of());
        }
    }
}
