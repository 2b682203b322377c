package dev.tokki.trace.spylog;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Template;
import dev.tokki.api.call.Call;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import dev.tokki.api.parameter.Structure;
import dev.tokki.api.shape.RecordAccess;
import dev.tokki.api.shape.Shapes;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The call that some lines of a log tell of. Names are matched: C's without prefixes with those of our components.
///
/// @param function what was called
/// @param entries its arguments
record LoggedCall(Function function, List<Entry> entries) {
    private static final Map<Function, Class<?>> CALLS =
            Shapes.leaves(Call.class).collect(Collectors.toMap(Function::of, call -> call));

    /// Where the names of parts of structures differ from C's.
    private static final Map<String, String> C_NAMES = Map.of("saltlength", "slen", "slot", "slotid");

    Call<?> call() {
        return (Call<?>) structure(java.util.Objects.requireNonNull(CALLS.get(function)), "");
    }

    /// {@return the argument of a component; empty if the log does not have it}
    Optional<Entry> entry(boolean out, String component) {
        String plain = component.toLowerCase(Locale.ROOT);
        String name = plain.startsWith("new") && !plain.equals("newpin") ? plain.substring(3) : plain;
        return entries.stream()
                .filter(entry -> entry.out() == out)
                .filter(entry -> entry.name().equals(name) || entry.name().equals(C_NAMES.get(name)))
                .findFirst();
    }

    private Object structure(Class<?> type, String prefix) {
        RecordAccess access = RecordAccess.of(type);
        @Nullable Object[] values = new @Nullable Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordComponent component = access.components().get(i);
            values[i] = value(component, prefix + component.getName());
        }
        return access.make(values);
    }

    private @Nullable Object value(RecordComponent component, String name) {
        Class<?> type = component.getType();
        Optional<Entry> in = entry(false, name);
        if (type == Out.class) {
            return Out.here();
        } else if (type == Buffer.class) {
            return entry(true, name)
                    .filter(entry -> !entry.isNull() && !entry.more().isEmpty())
                    .flatMap(Entry::length)
                    .map(Buffer::of)
                    .orElse(Buffer.query());
        } else if (type == Fill.class) {
            return Fill.of(count());
        } else if (type == Bytes.class) {
            return in.map(Entry::bytes).orElse(Bytes.NULL);
        } else if (type == long.class) {
            return in.flatMap(entry -> Words.number(entry.text())).orElse(0L);
        } else if (type == boolean.class) {
            return in.flatMap(entry -> Words.number(entry.text())).orElse(0L) != 0;
        } else if (type == Mechanism.class) {
            return mechanism();
        } else if (type == Template.class) {
            return in.map(entry -> Template.of(LoggedAttributes.template(entry.more())))
                    .orElse(Template.NULL);
        } else if (type == QueryTemplate.class) {
            return in.map(entry -> QueryTemplate.of(LoggedAttributes.queries(entry.more())))
                    .orElse(QueryTemplate.nullOf(0));
        } else if (type == Parameter.class) {
            return in.map(Entry::bytes).<Parameter>map(Parameter.Raw::new).orElse(Parameter.none());
        } else if (type == List.class) {
            return List.of();
        }
        return null;
    }

    /// How many objects, or random bytes, were asked for.
    private long count() {
        return entry(false, "maxobjectcount")
                .flatMap(entry -> Words.number(entry.text()))
                .or(() -> entry(true, "randomdata").flatMap(Entry::length))
                .orElse(0L);
    }

    private @Nullable Mechanism mechanism() {
        Optional<Long> type = entry(false, "mechanism.type")
                .or(() -> entry(false, "type"))
                .flatMap(entry -> Words.number(entry.text()));
        return type.map(number -> Mechanism.of(number, parameter(number))).orElse(null);
    }

    private Parameter parameter(long mechanism) {
        Optional<Entry> whole = entry(false, "mechanism.parameter");
        if (whole.isPresent()) {
            Bytes bytes = whole.get().bytes();
            return bytes.isNull() && bytes.length() == 0 ? Parameter.none() : new Parameter.Raw(bytes);
        }
        boolean parts = entries.stream().anyMatch(entry -> entry.name().startsWith("mechanism.parameter."));
        return ParameterTypes.of(mechanism, function).stream()
                .filter(type -> parts && Structure.class.isAssignableFrom(type) && type.isRecord())
                .findFirst()
                .<Parameter>map(type -> (Parameter) parts(type))
                .orElse(Parameter.none());
    }

    /// The same, as if the parts of the parameter were arguments.
    private Object parts(Class<?> type) {
        String prefix = "mechanism.parameter.";
        List<Entry> inner = entries.stream()
                .filter(entry -> entry.name().startsWith(prefix))
                .map(entry ->
                        new Entry(entry.out(), entry.name().substring(prefix.length()), entry.text(), entry.more()))
                .toList();
        return new LoggedCall(function, inner).structure(type, "");
    }
}
