package dev.tokki.conformance.module;

import java.util.Optional;

/// A module that the suite is run against: a column of the matrix.
///
/// Its tests run one after the other; modules may run side by side.
public interface ModuleUnderTest extends AutoCloseable {
    /// {@return short name, unique in a run}
    String name();

    /// {@return name for people}
    String title();

    /// {@return path of the library, if it is one}
    default Optional<String> location() {
        return Optional.empty();
    }

    /// {@return whether every deviation is an error: true for the engine only}
    default boolean held() {
        return false;
    }

    /// {@return why the module cannot be run, if it cannot}
    default Optional<String> absence() {
        return Optional.empty();
    }

    /// {@return what is on record of this module}
    default Expectations expectations() {
        return Expectations.known(name());
    }

    /// {@return a fresh stage for one test}
    ///
    /// @throws RuntimeException if none can be had, with a message that says why
    Stage stage();

    /// Lets go of processes and files.
    @Override
    default void close() {}
}
