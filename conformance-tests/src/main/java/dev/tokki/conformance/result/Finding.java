package dev.tokki.conformance.result;

import org.jspecify.annotations.Nullable;

/// What was found where a module did not do what was expected of it.
///
/// @param subject what was looked at: a function, an attribute, a flag
/// @param expected what the specification permits
/// @param actual what the module did
/// @param why the module's own reason for a refusal, where it gives one
public record Finding(
        String subject,
        String expected,
        String actual,
        @Nullable Why why) {
    /// {@return one line: subject, expected, actual}
    @Override
    public String toString() {
        return subject + ": expected " + expected + ", but it was " + actual;
    }
}
