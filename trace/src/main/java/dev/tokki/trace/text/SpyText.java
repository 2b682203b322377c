package dev.tokki.trace.text;

import dev.tokki.api.Reply;
import dev.tokki.api.text.CallText;
import dev.tokki.api.text.Named;
import dev.tokki.trace.CallRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/// A call as users of pkcs11-spy know it, and what they lack: who called, how long it took, why it was refused.
public final class SpyText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneId.systemDefault());

    private SpyText() {}

    /// {@return some lines about a call, an empty one at the end}
    public static String of(CallRecord record) {
        StringBuilder text = new StringBuilder();
        line(text, record.number() + ": " + record.function().cName());
        line(text, time(record) + "P:" + record.application() + " T:" + record.thread());
        for (Named argument : CallText.arguments(record.call())) {
            line(text, "[in] " + argument.name() + " = " + argument.text());
        }
        if (!record.objects().isEmpty()) {
            line(
                    text,
                    record.objects().entrySet().stream()
                            .map(entry -> Long.toUnsignedString(entry.getKey()) + " is the " + entry.getValue())
                            .collect(Collectors.joining(", ", "     ", "")));
        }
        Reply<?> reply = record.reply();
        if (reply != null) {
            for (Named output : CallText.outputs(record.call(), reply)) {
                line(text, "[out] " + output.name() + " = " + output.text());
            }
        }
        line(text, returned(record));
        if (reply != null) {
            reply.why().ifPresent(reason -> line(text, "Reason: " + reason));
        }
        return text.append('\n').toString();
    }

    /// {@return a time for people: `13 µs`, `4.2 ms`}
    public static String duration(long nanos) {
        if (nanos < 1_000_000) {
            return nanos / 1000 + " µs";
        }
        return nanos < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    private static String time(CallRecord record) {
        return record.start().equals(Instant.EPOCH) ? "" : TIME.format(record.start()) + " ";
    }

    private static String returned(CallRecord record) {
        String took = record.nanos() < 0 ? "" : "  (" + duration(record.nanos()) + ")";
        Reply<?> reply = record.reply();
        return reply == null
                ? "No return: " + record.failure() + took
                : "Returned:  " + Long.toUnsignedString(reply.rv().value()) + " " + reply.rv() + took;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
