package dev.tokki.trace.replay;

import java.util.Optional;

/// What a transcript does not tell and a replay needs.
///
/// @param userPin the user's PIN, where the transcript hides it
/// @param soPin the SO's PIN, likewise
/// @param slot the slot to use for all of the transcript's; empty to take them in the order in which they are listed
public record Given(Optional<String> userPin, Optional<String> soPin, Optional<Long> slot) {}
