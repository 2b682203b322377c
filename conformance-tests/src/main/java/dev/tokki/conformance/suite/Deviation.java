package dev.tokki.conformance.suite;

import dev.tokki.conformance.result.Finding;
import java.util.List;

/// Ends a test whose module did not do what the specification says.
public final class Deviation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    Deviation(List<Finding> findings) {
        super(findings.get(0) + (findings.size() > 1 ? " (and %d more)".formatted(findings.size() - 1) : ""));
        this.findings = List.copyOf(findings);
    }

    Deviation(Finding finding) {
        this(List.of(finding));
    }

    /// {@return every difference seen}
    public List<Finding> findings() {
        return findings;
    }
}
