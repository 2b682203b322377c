package dev.tokki.conformance.result;

/// One argument of a recorded call, or one output of its reply.
///
/// @param name name of the argument, as in the call's record
/// @param text the value in the specification's words; secrets are masked
public record Argument(String name, String text) {}
