package dev.tokki.trace;

import java.util.List;

/// Calls that were made, in the order in which they began.
///
/// @param about what was recorded: a module's path, or what a log says
/// @param secrets whether secrets were hidden
/// @param calls the calls
public record Transcript(String about, Secrets secrets, List<CallRecord> calls) {
    /// Copies the calls.
    public Transcript {
        calls = List.copyOf(calls);
    }
}
