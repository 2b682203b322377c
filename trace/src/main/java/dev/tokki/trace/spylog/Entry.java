package dev.tokki.trace.spylog;

import dev.tokki.api.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An argument in a log: `[in] pPin[ulPinLen] 00007ffc / 4` and the indented lines after it.
///
/// @param out whether the function wrote it
/// @param name its name without prefix and brackets, in lower case: `pin`
/// @param text what stands behind the name
/// @param more the lines after it
record Entry(boolean out, String name, String text, List<String> more) {
    private static final Pattern FIRST = Pattern.compile("\\[(in|out)] ([^ \\[=]+)(?:\\[[^]]*])?:?(?: =)? ?(.*)");
    private static final Pattern PREFIX = Pattern.compile("^\\*?(?:pul|ph|ul|p|h)(?=[A-Z])");
    private static final Pattern LENGTH = Pattern.compile("(?:[0-9a-fA-Fx]+|\\(nil\\)) / (-?\\d+)\\s*");
    private static final Pattern SIZE = Pattern.compile("NULL \\[size : 0x[0-9a-fA-F]+ \\((\\d+)\\)]\\s*");
    private static final Pattern DUMP = Pattern.compile("\\s+[0-9A-F]{8}  ((?:[0-9A-F]{2} ){1,16}).*");
    private static final Pattern TEXT = Pattern.compile("\\s+((?:[0-9A-F]{2})+)\\s*");

    /// {@return the argument that a line begins; empty if it begins none}
    static Optional<Entry> of(String line, List<String> more) {
        Matcher matcher = FIRST.matcher(line);
        return matcher.matches()
                ? Optional.of(new Entry(
                        matcher.group(1).equals("out"), name(matcher.group(2)), matcher.group(3), List.copyOf(more)))
                : Optional.empty();
    }

    /// {@return a C name without what C puts before it: `pMechanism->pParameter->sLen` is `mechanism.parameter.slen`}
    static String name(String cName) {
        StringBuilder name = new StringBuilder();
        for (String part : cName.split("->")) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(PREFIX.matcher(part).replaceFirst("").toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /// {@return whether it is a pointer that was NULL_PTR}
    boolean isNull() {
        return text.startsWith("NULL") || text.startsWith("(nil)");
    }

    /// {@return the length that is told for a pointer; empty if there is none, or it is -1}
    Optional<Long> length() {
        return length(text);
    }

    static Optional<Long> length(String text) {
        Matcher length = LENGTH.matcher(text);
        Matcher size = SIZE.matcher(text);
        if (length.matches()) {
            return number(length.group(1)).filter(number -> number >= 0);
        }
        return size.matches() ? number(size.group(1)) : Optional.empty();
    }

    /// {@return the bytes that are told; bytes that are not all there are hidden}
    Bytes bytes() {
        long length = length().orElse(0L);
        return isNull() ? Bytes.nullOf(length) : bytes(length, more);
    }

    /// {@return the bytes of a dump}
    static Bytes bytes(long length, List<String> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : lines) {
            Matcher dump = DUMP.matcher(line);
            Matcher text = TEXT.matcher(line);
            if (dump.matches()) {
                bytes.writeBytes(Bytes.hex(dump.group(1)).array());
            } else if (text.matches() && bytes.size() < length) {
                bytes.writeBytes(Bytes.hex(text.group(1)).array());
            }
        }
        return bytes.size() == length ? Bytes.of(bytes.toByteArray()) : Bytes.hidden(length);
    }

    private static Optional<Long> number(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
