package dev.tokki.conformance.result;

/// What one module did about one requirement.
public enum Verdict {
    /// The module did what the specification says.
    CONFORMS,
    /// The module did something else.
    DEVIATES,
    /// The module does not claim the capability that the test is about, so nothing can be said.
    NOT_SUPPORTED,
    /// The module ended its process, or gave no answer in time.
    CRASHES,
    /// The test was not run: the module is not on this machine.
    SKIPPED
}
