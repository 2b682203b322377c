package dev.tokki.trace.spylog;

import dev.tokki.api.Bytes;
import dev.tokki.api.KeyPair;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.Output;
import dev.tokki.api.ULongs;
import dev.tokki.api.Version;
import dev.tokki.api.call.Call;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.shape.Shapes;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the lines of a log tell of a function's outputs.
///
/// @param logged the call
/// @param other lines that belong to no argument
record LoggedReply(LoggedCall logged, List<String> other) {
    private static final Pattern MEMBER = Pattern.compile("\\s+(\\w+):\\s*(.*?)\\s*");
    private static final Pattern LIMITS = Pattern.compile(".*: min:(\\d+) max:(\\d+) flags:0x([0-9A-Fa-f]+).*");
    private static final Pattern ENTRY =
            Pattern.compile("\\s*(?:Slot|Object)\\s+(\\w+).*|\\s*(CKM_\\w+)\\s*|\\s*(Unknown.*)");
    private static final Map<String, String> C_NAMES = Map.of("manufacturer", "manufacturerid", "utctime", "time");

    /// {@return the outputs; null if there are none, or not told}
    @Nullable
    Object value(Call<?> call) {
        Class<?> type = Shapes.raw(Shapes.result(call));
        if (type == Long.class) {
            return outs().map(entry -> Words.number(entry.text()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
        } else if (type == KeyPair.class) {
            Optional<Long> publicKey = number("publickey");
            Optional<Long> privateKey = number("privatekey");
            return publicKey.isPresent() && privateKey.isPresent()
                    ? new KeyPair(publicKey.get(), privateKey.get())
                    : null;
        } else if (type == ULongs.class) {
            return list();
        } else if (type == Output.class) {
            return outs().findFirst().map(LoggedReply::output).orElse(null);
        } else if (type == Bytes.class) {
            return outs().findFirst().map(Entry::bytes).orElse(null);
        } else if (type == List.class) {
            return logged.entry(true, "template")
                    .map(entry -> LoggedAttributes.replies(entry.more()))
                    .filter(replies -> !replies.isEmpty())
                    .orElse(null);
        } else if (type == MechanismInfo.class) {
            return lines().map(LIMITS::matcher)
                    .filter(Matcher::matches)
                    .findFirst()
                    .flatMap(LoggedReply::limits)
                    .orElse(null);
        }
        return type.isRecord() ? structure(type) : null;
    }

    private Stream<Entry> outs() {
        return logged.entries().stream().filter(Entry::out);
    }

    private Stream<String> lines() {
        return Stream.concat(
                outs().flatMap(entry -> Stream.concat(Stream.of(entry.text()), entry.more().stream())), other.stream());
    }

    private Optional<Long> number(String name) {
        return logged.entry(true, name).flatMap(entry -> Words.number(entry.text()));
    }

    private static Output output(Entry entry) {
        long length = entry.length().orElse(0L);
        return entry.isNull() || (entry.more().isEmpty() && length > 0)
                ? Output.length(length)
                : new Output(length, entry.bytes());
    }

    private static Optional<MechanismInfo> limits(Matcher limits) {
        Optional<Long> min = Words.parsed(limits.group(1), 10);
        Optional<Long> max = Words.parsed(limits.group(2), 10);
        Optional<Long> flags = Words.parsed(limits.group(3), 16);
        return min.isPresent() && max.isPresent() && flags.isPresent()
                ? Optional.of(new MechanismInfo(min.get(), max.get(), flags.get()))
                : Optional.empty();
    }

    private @Nullable ULongs list() {
        Optional<Long> count = lines().filter(line -> line.strip().startsWith("Count is "))
                .findFirst()
                .flatMap(line -> Words.number(line.strip().substring("Count is ".length())));
        if (count.isPresent()) {
            return ULongs.count(count.get());
        }
        List<Long> values = lines().map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(LoggedReply::entry)
                .flatMap(Optional::stream)
                .toList();
        return new ULongs(values.size(), values);
    }

    private static Optional<Long> entry(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return Words.number(matcher.group(group));
            }
        }
        return Optional.empty();
    }

    /// Members of a structure, a line for each; a text may go on in the next line.
    private @Nullable Object structure(Class<?> type) {
        Map<String, String> members = new HashMap<>();
        lines().map(MEMBER::matcher)
                .filter(Matcher::matches)
                .forEach(member -> members.putIfAbsent(Entry.name(member.group(1)), member.group(2)));
        if (members.isEmpty()) {
            return null;
        }
        RecordAccess access = RecordAccess.of(type);
        @Nullable Object[] values = new @Nullable Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = access.components().get(i);
            values[i] = member(component, text(members, component.getName().toLowerCase(Locale.ROOT)));
        }
        return access.make(values);
    }

    private static String text(Map<String, String> members, String name) {
        return Stream.of(name, C_NAMES.getOrDefault(name, name), "slot" + name, "library" + name, name + "id")
                .map(members::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Object member(RecordComponent component, String text) {
        if (component.getType() == Version.class) {
            String[] parts = text.split("\\.", 2);
            long major = Words.number(parts[0]).orElse(0L);
            long minor = parts.length > 1 ? Words.number(parts[1]).orElse(0L) : 0;
            return new Version((int) (major & 0xff), (int) (minor & 0xff));
        } else if (component.getType() == String.class) {
            return text.replaceAll("^'|'$", "").stripTrailing();
        } else if (component.getType() == long.class) {
            return component.getName().equals("flags")
                    ? Words.parsed(text.replaceFirst("^0x", "").split(" ", 2)[0], 16)
                            .orElse(0L)
                    : Words.number(text).orElse(0L);
        }
        return null;
    }
}
