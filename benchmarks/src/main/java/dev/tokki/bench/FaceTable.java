package dev.tokki.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/// Microseconds for each operation and thread as a table in Markdown, and what a round trip costs beyond the bare
/// exchange.
final class FaceTable {
    private static final String BARE = "exchange";

    /// An operation, and how often the program waits for the daemon in it.
    private record Case(String benchmark, String title, int roundTrips) {}

    private static final List<Case> CASES = List.of(
            new Case("sessionInfo", "C_GetSessionInfo", 1),
            new Case("random32", "C_GenerateRandom, 32 bytes", 1),
            new Case("sha256", "C_DigestInit, C_Digest: SHA-256 of 64 bytes", 2),
            new Case("hmac", "C_SignInit, C_Sign: HMAC-SHA-256 of 64 bytes", 2),
            new Case("ecdsa", "C_SignInit, C_Sign: ECDSA with P-256", 2),
            new Case("findByLabel", "C_FindObjectsInit, C_FindObjects, C_FindObjectsFinal: by label", 4));

    /// Scores by benchmark and contestant, then by the number of threads.
    private final Map<String, Map<Integer, Double>> scores = new TreeMap<>();

    private final Collection<Integer> threads = new ArrayList<>();

    private FaceTable(Collection<RunResult> results) {
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            String module = result.getParams().getParam("module");
            int count = result.getParams().getThreads();
            if (!threads.contains(count)) {
                threads.add(count);
            }
            scores.computeIfAbsent(key(benchmark, module == null ? BARE : module), k -> new TreeMap<>())
                    .put(count, result.getPrimaryResult().getScore());
        }
    }

    /// {@return the table}
    static String of(Collection<RunResult> results) {
        return new FaceTable(results).markdown();
    }

    private static String key(String benchmark, String contestant) {
        return benchmark + " " + contestant;
    }

    private String markdown() {
        Map<Integer, Double> bare = of(BARE, BARE);
        StringBuilder text = new StringBuilder("| | round trips | threads |");
        threads.forEach(count -> text.append(' ').append(count).append(" |"));
        text.append("\n|---|---:|---|").append("---:|".repeat(threads.size())).append('\n');
        row(text, "the bare exchange of a call's bytes", "1", "two processes", bare);
        for (Case one : CASES) {
            Map<Integer, Double> face = of(one.benchmark(), Contestant.FACE);
            row(text, one.title(), String.valueOf(one.roundTrips()), "Tokki", face);
            if (one.roundTrips() == 1) {
                Map<Integer, Double> added = new TreeMap<>(face);
                added.replaceAll((count, score) -> score - bare.getOrDefault(count, Double.NaN));
                row(text, "", "", "Tokki, beyond the bare exchange", added);
            }
            row(text, "", "", "SoftHSM, in the process", of(one.benchmark(), Contestant.SOFTHSM));
        }
        return text.toString();
    }

    private Map<Integer, Double> of(String benchmark, String contestant) {
        return scores.getOrDefault(key(benchmark, contestant), Map.of());
    }

    private void row(StringBuilder text, String title, String roundTrips, String who, Map<Integer, Double> of) {
        text.append("| %s | %s | %s |".formatted(title, roundTrips, who));
        for (int count : threads) {
            Double score = of.get(count);
            text.append(' ')
                    .append(score == null ? "–" : String.format(Locale.ROOT, score < 10 ? "%.1f" : "%.0f", score))
                    .append(" |");
        }
        text.append('\n');
    }
}
