package dev.tokki.conformance.module;

import java.util.Optional;

/// A module that was looked for and is not there: named in the results, with every test skipped.
///
/// @param name its short name
/// @param title its name for people
/// @param why why it is not there
record Absent(String name, String title, String why) implements ModuleUnderTest {
    @Override
    public Optional<String> absence() {
        return Optional.of(why);
    }

    @Override
    public Stage stage() {
        throw new IllegalStateException(title + ": " + why);
    }
}
