package dev.tokki.cli.report;

import com.google.gson.Gson;
import dev.tokki.conformance.result.Argument;
import dev.tokki.conformance.result.Expectation;
import dev.tokki.conformance.result.Finding;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page's script unfolds: the calls of every test on every module.
///
/// A text that occurs often (the same calls prepare most tests) is written once and named by its number.
final class Detail {
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private Detail() {}

    private record Data(
            List<String> modules,
            Map<String, Look> looks,
            Map<String, String> sources,
            Map<String, List<Entry>> results,
            List<String> texts) {}

    private record Entry(
            int module,
            String verdict,
            String detail,
            String note,
            List<Finding> findings,
            List<List<Object>> calls,
            long micros) {}

    /// {@return the detail of a run as JSON that may stand inside a script element}
    static String json(RunResult run) {
        Detail detail = new Detail();
        Map<String, List<Entry>> results = new LinkedHashMap<>();
        for (int i = 0; i < run.modules().size(); i++) {
            for (TestResult result : run.modules().get(i).results()) {
                results.computeIfAbsent(result.test(), id -> new ArrayList<>()).add(detail.entry(i, result));
            }
        }
        // Gson writes < and > as escapes, so that no text can end the script element.
        return new Gson()
                .toJson(new Data(
                        run.modules().stream().map(ModuleResult::title).toList(),
                        Arrays.stream(Verdict.values()).collect(Collectors.toMap(Verdict::name, Look::of)),
                        run.chapters().stream()
                                .flatMap(chapter -> chapter.tests().stream())
                                .collect(Collectors.toMap(TestInfo::id, TestInfo::source)),
                        results,
                        List.copyOf(detail.texts.keySet())));
    }

    private Entry entry(int module, TestResult result) {
        return new Entry(
                module,
                result.verdict().name(),
                result.detail(),
                note(result.expectation(), result.isUnexpected()),
                result.findings(),
                result.calls().stream().map(this::call).toList(),
                result.micros());
    }

    private List<Object> call(RecordedCall call) {
        List<Object> row = new ArrayList<>(List.of(
                text(call.function()),
                text(joined(call.arguments())),
                text(call.returned()),
                text(joined(call.outputs())),
                call.micros(),
                call.setUp() ? 1 : 0,
                call.application()));
        if (call.why() != null) {
            row.add(call.why());
        }
        return row;
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, unknown -> texts.size());
    }

    private static String joined(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> argument.name() + "=" + argument.text())
                .collect(Collectors.joining(", "));
    }

    private static String note(@Nullable Expectation expectation, boolean surprise) {
        if (expectation == null) {
            return "";
        }
        String note = expectation.note().isEmpty() ? "" : ": " + expectation.note();
        return surprise
                ? "Not as on record, which says: "
                        + Look.of(expectation.verdict()).label() + note
                : "As on record" + note;
    }
}
