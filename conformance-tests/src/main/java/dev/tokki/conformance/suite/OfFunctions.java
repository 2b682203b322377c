package dev.tokki.conformance.suite;

import dev.tokki.api.Function;
import java.util.List;

/// A variant of a test that is about functions of its own, which replace those of the [Requirement].
public interface OfFunctions {
    /// {@return the functions it is about}
    List<Function> functions();
}
