package dev.tokki.emulator.mechanism;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One known answer: a block of `name = value` lines in a file of vectors. A line that begins with `#` names the
/// source of the blocks below it. A value in quotes is text; other bytes are hexadecimal.
record Vector(String source, Map<String, String> values) {
    /// {@return the vectors of a file under `vectors/`}
    static List<Vector> of(String file) {
        List<Vector> all = new ArrayList<>();
        String source = "";
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text(file).lines().toList()) {
            if (line.startsWith("#")) {
                source = line.substring(1).strip();
            } else if (line.isBlank()) {
                if (!values.isEmpty()) {
                    all.add(new Vector(source, values));
                    values = new LinkedHashMap<>();
                }
            } else {
                String[] parts = line.split(" = ?", 2);
                values.put(parts[0], parts[1]);
            }
        }
        if (!values.isEmpty()) {
            all.add(new Vector(source, values));
        }
        return all;
    }

    private static String text(String file) {
        try (InputStream in = Vector.class.getResourceAsStream("/vectors/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    String get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    byte[] bytes(String name) {
        String value = text(name, "");
        return value.startsWith("\"")
                ? value.substring(1, value.length() - 1).getBytes(StandardCharsets.UTF_8)
                : Bytes.hex(value).array();
    }

    long number(String name) {
        return Long.parseLong(get(name));
    }

    long constant(Names names, String name) {
        return names.value(get(name)).orElseThrow();
    }

    @Override
    public String toString() {
        return text("mechanism", "") + " " + text("curve", "") + " " + source;
    }
}
