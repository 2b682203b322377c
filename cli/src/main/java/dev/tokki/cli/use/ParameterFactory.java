package dev.tokki.cli.use;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Names;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.Structure;
import dev.tokki.cli.HexText;
import dev.tokki.cli.Usage;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes a mechanism's parameter from members given by name, for any structure there is.
///
/// A member is a number or a constant's name, `true` or `false`, or bytes in hexadecimal or `@FILE`.
final class ParameterFactory {
    private ParameterFactory() {}

    /// {@return a structure of a type}
    ///
    /// @param type the record that describes it
    /// @param members the members by their names; those not given are 0 or empty
    static Parameter structure(Class<? extends Parameter> type, Map<String, String> members) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        members.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Usage("the parameter has no member " + name + "; it has " + members(type));
                });
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, members.get(component.getName())))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /// {@return the names of a structure's members}
    static String members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    /// {@return bytes: hexadecimal, or the content of a file after `@`}
    static byte[] bytes(String text, String what) {
        if (!text.startsWith("@")) {
            return HexText.bytes(text, what);
        }
        try {
            return Files.readAllBytes(Path.of(text.substring(1)));
        } catch (IOException e) {
            throw new Usage("the file " + text.substring(1) + " for " + what + " cannot be read");
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable String text) {
        Class<?> type = component.getType();
        String name = component.getName();
        if (type == long.class) {
            return text == null ? 0L : number(text, name);
        } else if (type == boolean.class) {
            return text != null && Boolean.parseBoolean(text.toLowerCase(Locale.ROOT));
        } else if (type == Bytes.class) {
            return text == null ? Bytes.EMPTY : Bytes.of(bytes(text, name));
        } else if (text != null) {
            throw new Usage("the member " + name + " is a structure itself and cannot be given here");
        }
        if (Structure.class.isAssignableFrom(type)) {
            return null;
        }
        throw new Usage("this mechanism's parameter cannot be given on the command line: its member " + name + " is a "
                + type.getSimpleName());
    }

    private static long number(String text, String name) {
        for (Names prefix : Names.values()) {
            OptionalLong value = text.startsWith(prefix + "_") ? prefix.value(text) : OptionalLong.empty();
            if (value.isPresent()) {
                return value.getAsLong();
            }
        }
        try {
            return Long.decode(text);
        } catch (NumberFormatException e) {
            throw new Usage("the member " + name + " is a number or a constant's name, not \"" + text + "\"");
        }
    }
}
