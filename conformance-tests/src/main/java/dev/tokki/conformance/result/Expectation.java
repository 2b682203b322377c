package dev.tokki.conformance.result;

/// What is on record of a module's behaviour in one test.
///
/// @param verdict the verdict that is no surprise
/// @param note what is known about it
public record Expectation(Verdict verdict, String note) {}
