package dev.tokki.trace.spylog;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Templates in a log: a line for each attribute, and a dump of its bytes where it is neither a truth nor a name.
final class LoggedAttributes {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+(CKA_\\?? ?\\(0x[0-9a-f]+\\)|CKA_\\w+)\\s+(.*)");

    private LoggedAttributes() {}

    /// An attribute.
    ///
    /// @param text what stands behind its name
    /// @param dump the lines after it
    private record Line(long type, String text, List<String> dump) {
        private boolean isUnavailable() {
            return text.strip().endsWith("/ -1");
        }

        private Bytes bytes() {
            return Entry.bytes(Entry.length(text).orElse(0L), dump);
        }

        private boolean isPointer() {
            return text.contains(" / ") || text.startsWith("NULL");
        }
    }

    static List<Attribute> template(List<String> lines) {
        return lines(lines).stream()
                .map(line -> new Attribute(line.type(), value(line)))
                .toList();
    }

    static List<AttributeQuery> queries(List<String> lines) {
        return lines(lines).stream()
                .map(line -> new AttributeQuery(line.type(), room(line), List.of()))
                .toList();
    }

    static List<AttributeReply> replies(List<String> lines) {
        return lines(lines).stream().map(LoggedAttributes::reply).toList();
    }

    private static AttributeReply reply(Line line) {
        if (line.isUnavailable()) {
            return AttributeReply.unavailable(line.type());
        }
        boolean onlyLength = line.isPointer() && line.dump().isEmpty();
        Value value = value(line);
        long length = line.isPointer() ? Entry.length(line.text()).orElse(0L) : value instanceof Value.Bool ? 1 : 8;
        return new AttributeReply(line.type(), length, onlyLength && length > 0 ? null : value);
    }

    private static Buffer room(Line line) {
        boolean query = line.text().startsWith("0000000000000000 /")
                || line.text().startsWith("(nil)")
                || line.text().startsWith("NULL");
        return query ? Buffer.query() : Buffer.of(Entry.length(line.text()).orElse(Ck.UNAVAILABLE_INFORMATION));
    }

    private static Value value(Line line) {
        String text = line.text().strip();
        if (text.equals("True") || text.equals("False")) {
            return Value.of(text.equals("True"));
        } else if (!line.isPointer()) {
            return Words.number(text).<Value>map(Value::of).orElse(new Value.Raw(Bytes.EMPTY));
        }
        Bytes bytes = line.bytes();
        boolean number = AttributeKind.of(line.type()) == AttributeKind.ULONG && bytes.length() == Long.BYTES;
        return number && !bytes.isHidden() ? Value.of(littleEndian(bytes.array())) : new Value.Raw(bytes);
    }

    private static long littleEndian(byte[] bytes) {
        long number = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }

    private static List<Line> lines(List<String> lines) {
        List<Line> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = ATTRIBUTE.matcher(lines.get(i));
            if (!matcher.matches()) {
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && !ATTRIBUTE.matcher(lines.get(end)).matches()) {
                end++;
            }
            Optional<Long> type = Words.number(matcher.group(1));
            if (type.isPresent()) {
                found.add(new Line(type.get(), matcher.group(2), lines.subList(i + 1, end)));
            }
        }
        return found;
    }
}
