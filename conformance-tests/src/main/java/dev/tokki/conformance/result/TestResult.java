package dev.tokki.conformance.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one module did about one requirement: a cell of the matrix.
///
/// @param test id of the requirement
/// @param verdict the verdict
/// @param detail one line of explanation; empty if the module conforms
/// @param findings every difference seen; empty unless the verdict is [Verdict#DEVIATES]
/// @param calls the calls made, in their order
/// @param micros how long the test took, in microseconds
/// @param expectation what was recorded earlier of this module; null where nothing is on record
public record TestResult(
        String test,
        Verdict verdict,
        String detail,
        List<Finding> findings,
        List<RecordedCall> calls,
        long micros,
        @Nullable Expectation expectation) {
    /// Copies the lists.
    public TestResult {
        findings = List.copyOf(findings);
        calls = List.copyOf(calls);
    }

    /// {@return whether the module did something else than is on record; without a record, conforming is assumed}
    public boolean isUnexpected() {
        Verdict recorded = expectation == null ? Verdict.CONFORMS : expectation.verdict();
        return verdict != Verdict.SKIPPED && verdict != recorded;
    }
}
