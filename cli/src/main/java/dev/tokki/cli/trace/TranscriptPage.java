package dev.tokki.cli.trace;

import com.google.gson.Gson;
import com.samskivert.mustache.Mustache;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.text.SpyText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A transcript as one HTML file that needs nothing else.
final class TranscriptPage {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TranscriptPage() {}

    /// What a function's calls amount to.
    ///
    /// @param share of the time in all calls, in per cent
    record Statistic(
            String function, int calls, long failures, String total, String median, String longest, int share) {}

    private record Data(List<String> applications, List<PageCalls.Row> calls) {}

    static String html(Transcript transcript) {
        List<CallRecord> calls = transcript.calls();
        long failures = calls.stream().filter(call -> !call.isOk()).count();
        long nanos = calls.stream().mapToLong(call -> Math.max(0, call.nanos())).sum();
        // Gson writes < and > as escapes, so that no text can end the script element.
        String data = new Gson().toJson(new Data(PageCalls.applications(transcript), PageCalls.of(transcript)));
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .compile(resource("trace.html"))
                .execute(Map.of(
                        "about", transcript.about(),
                        "count", calls.size(),
                        "failures", failures,
                        "noFailures", failures == 0,
                        "took", SpyText.duration(nanos),
                        "started",
                                calls.isEmpty()
                                        ? ""
                                        : WHEN.format(calls.getFirst().start()),
                        "programs", PageCalls.applications(transcript).size(),
                        "statistics", statistics(calls, Math.max(1, nanos)),
                        "style", resource("/dev/tokki/cli/report/report.css") + resource("trace.css"),
                        "code", Map.of("script", resource("trace.js"), "data", data)));
    }

    private static List<Statistic> statistics(List<CallRecord> calls, long all) {
        return calls.stream().collect(Collectors.groupingBy(CallRecord::function)).values().stream()
                .sorted(Comparator.comparingLong(TranscriptPage::total).reversed())
                .map(group -> statistic(group, all))
                .toList();
    }

    private static long total(List<CallRecord> calls) {
        return calls.stream().mapToLong(call -> Math.max(0, call.nanos())).sum();
    }

    private static Statistic statistic(List<CallRecord> calls, long all) {
        long[] sorted = calls.stream().mapToLong(CallRecord::nanos).sorted().toArray();
        return new Statistic(
                calls.getFirst().function().cName(),
                calls.size(),
                calls.stream().filter(call -> !call.isOk()).count(),
                SpyText.duration(total(calls)),
                SpyText.duration(Math.max(0, sorted[sorted.length / 2])),
                SpyText.duration(Math.max(0, sorted[sorted.length - 1])),
                (int) (total(calls) * 100 / all));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(TranscriptPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program cannot be read: " + name, e);
        }
    }
}
