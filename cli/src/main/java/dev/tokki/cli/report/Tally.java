package dev.tokki.cli.report;

import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// How many tests had which verdict.
///
/// @param parts the verdicts that occurred, in the order of their declaration
/// @param total the number of tests
public record Tally(List<Part> parts, int total) {
    /// Copies the parts.
    public Tally {
        parts = List.copyOf(parts);
    }

    /// One verdict's share.
    ///
    /// @param verdict the verdict
    /// @param look how it is shown
    /// @param count how many tests had it
    /// @param percent their share, for the width of a bar
    public record Part(Verdict verdict, Look look, int count, String percent) {}

    /// {@return the tally of some results}
    public static Tally of(Collection<TestResult> results) {
        int total = results.size();
        return new Tally(
                Arrays.stream(Verdict.values())
                        .map(verdict -> part(verdict, results, total))
                        .filter(part -> part.count() > 0)
                        .toList(),
                total);
    }

    /// {@return how many had a verdict}
    public int count(Verdict verdict) {
        return parts.stream()
                .filter(part -> part.verdict() == verdict)
                .mapToInt(Part::count)
                .sum();
    }

    /// {@return how many conform}
    public int conforming() {
        return count(Verdict.CONFORMS);
    }

    /// {@return how many were judged: the module did it, or should have}
    public int judged() {
        return conforming() + count(Verdict.DEVIATES) + count(Verdict.CRASHES);
    }

    private static Part part(Verdict verdict, Collection<TestResult> results, int total) {
        int count = (int)
                results.stream().filter(result -> result.verdict() == verdict).count();
        return new Part(verdict, Look.of(verdict), count, "%.2f".formatted(total == 0 ? 0.0 : 100.0 * count / total));
    }
}
