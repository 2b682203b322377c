package dev.tokki.cli.report;

import dev.tokki.conformance.result.Verdict;

/// How a verdict is shown: never by colour alone.
///
/// @param css the class that colours it
/// @param symbol a sign for narrow places
/// @param label a word or two, of one test
/// @param several the same of several tests
/// @param meaning what it says, as a sentence
public record Look(String css, String symbol, String label, String several, String meaning) {
    /// {@return how a verdict is shown}
    public static Look of(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS ->
                new Look("conforms", "✓", "conforms", "conform", "The module did what the specification says.");
            case DEVIATES -> new Look("deviates", "≠", "deviates", "deviate", "The module did something else.");
            case NOT_SUPPORTED ->
                new Look(
                        "unsupported",
                        "–",
                        "not supported",
                        "not supported",
                        "The module does not claim what the test is about, so nothing can be said.");
            case CRASHES ->
                new Look(
                        "crashes", "✕", "crashes", "crash", "The module ended its process, or gave no answer in time.");
            case SKIPPED -> new Look("skipped", "○", "skipped", "skipped", "The module is not on this machine.");
        };
    }
}
