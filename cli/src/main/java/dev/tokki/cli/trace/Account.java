package dev.tokki.cli.trace;

import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.lesson.Lesson;
import dev.tokki.trace.lesson.Lessons;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the programs of a transcript did, in plain words: what `tokki explain FILE` prints.
public final class Account {
    private Account() {}

    /// Prints what is to be said about a file.
    ///
    /// @throws dev.tokki.cli.Usage if it is no transcript
    public static void print(Path file, PrintStream out) {
        Transcript transcript = TranscriptFile.read(file);
        PageCalls.applications(transcript).forEach(application -> out.println(summary(transcript, application)));
        List<Lesson> lessons = Lessons.of(transcript);
        if (lessons.isEmpty()) {
            out.println("Every call did what it was meant to.");
        }
        Map<String, List<Lesson>> same = new LinkedHashMap<>();
        for (Lesson lesson : lessons) {
            same.computeIfAbsent(
                            lesson.call().function() + lesson.call().returned() + lesson.why(),
                            key -> new ArrayList<>())
                    .add(lesson);
        }
        same.values().forEach(group -> tell(group, out));
    }

    private static String summary(Transcript transcript, String application) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int failed = 0;
        for (CallRecord call : transcript.calls()) {
            if (call.application().equals(application)) {
                counts.merge(call.function().cName(), 1, Integer::sum);
                failed += call.isOk() ? 0 : 1;
            }
        }
        StringBuilder text = new StringBuilder(application + " made ")
                .append(counts.values().stream().mapToInt(Integer::intValue).sum())
                .append(" calls, of which ")
                .append(failed == 0 ? "all succeeded" : failed + " failed")
                .append(": ");
        counts.forEach((function, count) ->
                text.append(function).append(count == 1 ? "" : " ×" + count).append(", "));
        return text.substring(0, text.length() - 2) + ".";
    }

    private static void tell(List<Lesson> group, PrintStream out) {
        Lesson lesson = group.getFirst();
        String numbers = String.join(
                ", ",
                group.stream().map(each -> Long.toString(each.call().number())).toList());
        out.println();
        out.println("Call " + numbers + ": " + lesson.call().function() + " returned "
                + lesson.call().returned());
        lesson.call().objects().values().forEach(name -> out.println("  on the " + name));
        out.println("  Why: " + lesson.why() + " (section " + lesson.section() + ")");
        out.println("  What works: " + lesson.advice());
    }
}
