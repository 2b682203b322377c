package dev.tokki.bench;

/// A case that is set up: keys are there, only the work is left.
@FunctionalInterface
interface Prepared {
    /// Does it once.
    Object run() throws Exception;
}
