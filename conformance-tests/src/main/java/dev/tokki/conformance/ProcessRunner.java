package dev.tokki.conformance;

import com.google.gson.Gson;
import dev.tokki.conformance.module.Expectations;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Specification;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import dev.tokki.conformance.suite.TestCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs tests on a module in a process of its own: one that crashes or hangs costs one test, and a new process is
/// started for the next.
final class ProcessRunner implements Runner {
    private final Expectations expectations;
    private final Specification specification;
    private final Duration patience;
    private @Nullable Child child;

    ProcessRunner(ModuleUnderTest module, Specification specification, Duration patience) {
        this.expectations = module.expectations();
        this.specification = specification;
        this.patience = patience;
    }

    @Override
    public TestResult run(TestCase test) {
        long start = System.nanoTime();
        Child running = running();
        running.send(test.info().id());
        List<RecordedCall> calls = new ArrayList<>();
        @Nullable RecordedCall open = null;
        long deadline = start + patience.toNanos();
        while (true) {
            Optional<Message> message = running.next(deadline - System.nanoTime());
            if (message.isEmpty()) {
                if (open != null) {
                    calls.add(open);
                }
                return crash(test, running, calls, start);
            }
            switch (message.get()) {
                case Message(var begun, var ended, var result)
                when result != null -> {
                    return expected(result);
                }
                case Message(var begun, var ended, var result)
                when ended != null -> {
                    calls.add(ended);
                    open = null;
                }
                case Message(var begun, var ended, var result) -> open = begun;
            }
        }
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }

    private Child running() {
        Child known = child;
        if (known == null) {
            known = Child.start();
            known.send(new Gson().toJson(specification));
            child = known;
        }
        return known;
    }

    private TestResult crash(TestCase test, Child ended, List<RecordedCall> calls, long start) {
        String how = ended.end(patience);
        child = null;
        String where = calls.isEmpty()
                ? "while it was prepared"
                : "in " + calls.getLast().function();
        String id = test.info().id();
        return new TestResult(
                id,
                Verdict.CRASHES,
                where + ": " + how,
                List.of(),
                calls,
                (System.nanoTime() - start) / 1000,
                expectations.of(id).orElse(null));
    }

    private TestResult expected(TestResult result) {
        return new TestResult(
                result.test(),
                result.verdict(),
                result.detail(),
                result.findings(),
                result.calls(),
                result.micros(),
                expectations.of(result.test()).orElse(null));
    }
}
