package dev.tokki.conformance;

import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.result.TestResult;

/// Hears how a run goes. Called by several threads at once if modules run side by side.
public interface Progress {
    /// A run begins.
    ///
    /// @param modules how many modules there are to run
    /// @param tests how many tests each gets
    default void started(int modules, int tests) {}

    /// A module's turn begins.
    default void moduleStarted(ModuleUnderTest module) {}

    /// A test begins.
    default void testStarted(ModuleUnderTest module, TestInfo test) {}

    /// A test ended.
    default void testFinished(ModuleUnderTest module, TestInfo test, TestResult result) {}

    /// A module was run to the end, or skipped.
    default void moduleFinished(ModuleResult result) {}

    /// {@return a listener that does nothing}
    static Progress silent() {
        return new Progress() {};
    }
}
