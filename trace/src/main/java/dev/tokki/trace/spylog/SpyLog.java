package dev.tokki.trace.spylog;

import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.Rv;
import dev.tokki.api.call.Call;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Retelling;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A log of pkcs11-spy. It knows no durations and no threads, and shows PINs; they are hidden on reading.
///
/// Logs that were cut short, mixed up by several threads, or edited are read as far as they make sense: a call that
/// does
/// not is left out, and the transcript's title says how many.
public final class SpyLog {
    private static final String BANNER = "OpenSC PKCS#11 spy";
    private static final Pattern CALL = Pattern.compile("\\d+: (C_\\w+)\\s*");
    private static final Pattern LOADED = Pattern.compile("Loaded: \"(.*)\"\\s*");
    private static final Pattern RETURNED = Pattern.compile("Returned:\\s+(\\d+) .*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    /// Calls of the spy itself.
    private static final Set<Function> FINDERS =
            EnumSet.of(Function.GET_FUNCTION_LIST, Function.GET_INTERFACE, Function.GET_INTERFACE_LIST);

    private final List<CallRecord> calls = new ArrayList<>();
    private String about = "a log of pkcs11-spy";
    private int process;
    private int unreadable;

    private SpyLog() {}

    /// {@return whether a text looks like such a log}
    public static boolean is(String text) {
        return text.lines()
                .limit(50)
                .anyMatch(line -> line.contains(BANNER) || CALL.matcher(line).matches());
    }

    /// {@return the transcript}
    ///
    /// @param secrets what becomes of the secrets in it
    /// @throws MalformedTranscriptException if there is no call in it
    public static Transcript read(String text, Secrets secrets) {
        SpyLog log = new SpyLog();
        List<String> lines = text.lines().toList();
        int begin = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size()
                    || CALL.matcher(lines.get(i)).matches()
                    || lines.get(i).contains(BANNER)) {
                log.add(lines.subList(begin, i));
                begin = i;
            }
        }
        if (log.calls.isEmpty()) {
            throw new MalformedTranscriptException("there is no call of pkcs11-spy's that can be read");
        }
        String left = log.unreadable == 0 ? "" : " (" + log.unreadable + " calls could not be read)";
        return Retelling.of(new Transcript(log.about + left, secrets, log.calls));
    }

    /// Lines from a call, or a banner, to the next.
    private void add(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Matcher matcher = CALL.matcher(lines.get(0));
        if (!matcher.matches()) {
            if (lines.get(0).contains(BANNER)) {
                process++;
            }
            lines.stream()
                    .map(LOADED::matcher)
                    .filter(Matcher::matches)
                    .forEach(loaded -> about = loaded.group(1) + ", logged by pkcs11-spy");
            return;
        }
        Optional<Function> function = Function.named(matcher.group(1));
        if (function.filter(FINDERS::contains).isPresent()) {
            return;
        }
        try {
            function.ifPresentOrElse(
                    found -> calls.add(record(found, lines.subList(1, lines.size()))), () -> unreadable++);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // Numbers and names that do not go together: garbled.
            unreadable++;
        }
    }

    private CallRecord record(Function function, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        List<String> other = new ArrayList<>();
        List<String> split = lines.stream().flatMap(SpyLog::split).toList();
        for (int i = 0; i < split.size(); i++) {
            int end = i + 1;
            while (end < split.size()
                    && !split.get(end).startsWith("[")
                    && !split.get(end).startsWith("Returned:")) {
                end++;
            }
            Optional<Entry> entry = Entry.of(split.get(i), split.subList(i + 1, end));
            entry.ifPresent(entries::add);
            if (entry.isPresent()) {
                i = end - 1;
            } else {
                other.add(split.get(i));
            }
        }
        LoggedCall logged = new LoggedCall(function, entries);
        Call<?> call = logged.call();
        Reply<?> reply = reply(other, new LoggedReply(logged, other), call);
        return new CallRecord(
                calls.size() + 1L,
                "program " + Math.max(1, process),
                0,
                time(lines),
                -1,
                call,
                reply,
                reply == null ? "the log does not tell that it returned" : null,
                Map.of());
    }

    private static @Nullable Reply<?> reply(List<String> lines, LoggedReply logged, Call<?> call) {
        Optional<Long> rv = lines.stream()
                .map(RETURNED::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(returned -> Words.parsed(returned.group(1), 10));
        return rv.map(number -> new Reply<>(new Rv(number), logged.value(call), null, null))
                .orElse(null);
    }

    /// pkcs11-spy forgets an end of line after some mechanisms.
    private static java.util.stream.Stream<String> split(String line) {
        int second = line.indexOf("[out]");
        return second > 0
                ? java.util.stream.Stream.of(line.substring(0, second).stripTrailing(), line.substring(second))
                : java.util.stream.Stream.of(line);
    }

    private static Instant time(List<String> lines) {
        try {
            return lines.isEmpty()
                    ? Instant.EPOCH
                    : LocalDateTime.parse(lines.get(0).strip(), TIME)
                            .atZone(ZoneId.systemDefault())
                            .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
