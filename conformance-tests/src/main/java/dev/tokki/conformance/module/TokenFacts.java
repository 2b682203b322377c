package dev.tokki.conformance.module;

import dev.tokki.api.Bytes;

/// How the prepared token is found and entered.
///
/// @param label its label
/// @param soPin the SO's PIN
/// @param userPin the user's PIN
public record TokenFacts(String label, Bytes soPin, Bytes userPin) {}
