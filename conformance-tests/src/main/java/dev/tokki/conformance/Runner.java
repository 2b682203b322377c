package dev.tokki.conformance;

import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.suite.CallWatcher;
import dev.tokki.conformance.suite.TestCase;
import java.time.Duration;

/// Runs single tests on one module.
public interface Runner extends AutoCloseable {
    /// {@return what the module did about a test}
    TestResult run(TestCase test);

    /// Ends threads and processes; the module is its owner's to close.
    @Override
    void close();

    /// {@return a runner for a module: in a process of its own if the module wants that}
    ///
    /// @param patience how long one test may take
    static Runner of(ModuleUnderTest module, Duration patience) {
        return module.specification()
                .<Runner>map(specification -> new ProcessRunner(module, specification, patience))
                .orElseGet(() -> new TestRunner(module, patience, CallWatcher.NONE));
    }
}
