package dev.tokki.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/// The results as a table in Markdown: a row for each case, a column for each module, with the ratio to SoftHSM.
final class Table {
    private record Score(double value, String unit, boolean moreIsBetter) {}

    private final Map<String, Map<String, Score>> rows = new LinkedHashMap<>();
    private final Set<String> modules = new LinkedHashSet<>();

    private Table() {}

    static String of(Collection<RunResult> results) {
        Table table = new Table();
        results.forEach(table::add);
        return table.markdown();
    }

    private void add(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark().replaceAll(".*\\.([^.]+)$", "$1");
        String objects = params.getParam("objects");
        String module = Objects.requireNonNullElse(params.getParam("module"), Contestant.ENGINE_IN_MEMORY);
        String work = params.getParam("work");
        String row = (work == null ? name : work.toLowerCase(Locale.ROOT).replace('_', ' '))
                + (objects == null ? "" : ", " + objects + " objects")
                + (params.getThreads() == 1 ? "" : ", " + params.getThreads() + " threads");
        String unit = result.getPrimaryResult().getScoreUnit();
        modules.add(module);
        rows.computeIfAbsent(row, r -> new LinkedHashMap<>())
                .put(module, new Score(result.getPrimaryResult().getScore(), unit, unit.startsWith("ops")));
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("| case | unit |");
        modules.forEach(module -> text.append(' ').append(module).append(" |"));
        text.append("\n|---|---|").append("---:|".repeat(modules.size())).append('\n');
        rows.forEach((row, scores) -> {
            String unit = scores.values().iterator().next().unit();
            text.append("| ").append(row).append(" | ").append(unit).append(" |");
            Score base = scores.get(Contestant.SOFTHSM);
            for (String module : modules) {
                text.append(' ').append(cell(scores.get(module), base)).append(" |");
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String cell(
            @org.jspecify.annotations.Nullable Score score, @org.jspecify.annotations.Nullable Score base) {
        if (score == null) {
            return "–";
        }
        String value = String.format(Locale.ROOT, score.value() < 10 ? "%.2f" : "%,.0f", score.value());
        if (base == null) {
            return value;
        }
        double ratio = score.moreIsBetter() ? score.value() / base.value() : base.value() / score.value();
        return String.format(Locale.ROOT, "%s (%.2f)", value, ratio);
    }
}
