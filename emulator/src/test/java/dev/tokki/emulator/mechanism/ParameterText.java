package dev.tokki.emulator.mechanism;

import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A mechanism's parameter as vectors spell it: `AesParameter.Ctr(128, f0f1…)`, the components in the record's order,
/// `[a, b]` for lists, `null` for NULL_PTR, `$name` for the handle of another key. Bytes alone are a parameter of
/// bytes.
final class ParameterText {
    private static final Map<String, Class<?>> RECORDS = records();

    private final String text;
    private final ToLongFunction<String> handles;
    private int at;

    private ParameterText(String text, ToLongFunction<String> handles) {
        this.text = text;
        this.handles = handles;
    }

    /// {@return the parameter}
    ///
    /// @param handles the handle of a key by its name
    static Parameter of(String text, ToLongFunction<String> handles) {
        if (text.isEmpty()) {
            return Parameter.none();
        }
        return text.indexOf('(') < 0
                ? Parameter.of(Vector.bytesOf(text))
                : (Parameter) Objects.requireNonNull(new ParameterText(text, handles).value(Parameter.class));
    }

    private @Nullable Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0]);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == Version.class) {
            String version = word();
            return version.equals("null")
                    ? null
                    : new Version(Integer.parseInt(version.substring(0, 1)), Integer.parseInt(version.substring(2)));
        }
        if (Parameter.class.isAssignableFrom(kind)) {
            return record(word());
        }
        return simple(kind, word());
    }

    private Object simple(Class<?> kind, String word) {
        if (kind == Bytes.class) {
            return word.equals("null") ? Bytes.NULL : Bytes.of(Vector.bytesOf(word));
        }
        if (kind == boolean.class) {
            return Boolean.parseBoolean(word);
        }
        return word.startsWith("$") ? handles.applyAsLong(word.substring(1)) : number(word);
    }

    /// {@return a number, or the value of a constant}
    static long number(String word) {
        return Character.isDigit(word.charAt(0)) ? Long.parseLong(word) : constant(word);
    }

    /// {@return the value of a constant by its whole name}
    static long constant(String name) {
        return Names.valueOf(name.substring(0, name.indexOf('_'))).value(name).orElseThrow();
    }

    private @Nullable Object record(String name) {
        if (name.equals("null")) {
            return null;
        }
        if (name.equals("None")) {
            skip("()");
            return Parameter.none();
        }
        Class<?> record = Objects.requireNonNull(RECORDS.get(name), name);
        RecordComponent[] components = record.getRecordComponents();
        List<@Nullable Object> values = new ArrayList<>();
        skip("(");
        for (RecordComponent component : components) {
            values.add(value(component.getGenericType()));
        }
        skip(")");
        try {
            var made = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return made.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private List<Object> list(Type element) {
        List<Object> all = new ArrayList<>();
        skip("[");
        while (text.charAt(at) != ']') {
            all.add(Objects.requireNonNull(value(element)));
        }
        skip("]");
        return all;
    }

    private void skip(String expected) {
        if (!text.startsWith(expected, at)) {
            throw new IllegalArgumentException(expected + " expected in " + text.substring(at) + " of " + text);
        }
        at += expected.length();
        skipComma();
    }

    private void skipComma() {
        if (text.startsWith(", ", at)) {
            at += 2;
        }
    }

    /// A word ends where punctuation begins; text in quotes has none inside but spaces.
    private String word() {
        int from = at;
        while (at < text.length() && "(),[]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        skipComma();
        return word;
    }

    private static Map<String, Class<?>> records() {
        Map<String, Class<?>> all = new HashMap<>();
        add(all, Parameter.class);
        return all;
    }

    private static void add(Map<String, Class<?>> all, Class<?> type) {
        if (type.isRecord()) {
            String outer = type.getEnclosingClass() == Parameter.class
                    ? ""
                    : type.getEnclosingClass().getSimpleName() + ".";
            all.put(outer + type.getSimpleName(), type);
        } else if (type.getPermittedSubclasses() != null) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(each -> add(all, each));
        }
    }
}
