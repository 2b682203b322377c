package dev.tokki.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The facts of the specification as tables, read from the OASIS headers and text; what the code says is held against
/// them.
final class Facts {
    record Constant(String prefix, String name, String value, String aliasOf) {
        @Override
        public String toString() {
            return name;
        }
    }

    record CFunction(String name, String since, List<String> parameters, List<String> returnValues) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Facts() {}

    /// Constants that have a value; rows without are drafts for the version after 3.2.
    static Stream<Constant> constants() {
        return rows("constants.csv")
                .map(row -> new Constant(row[0], row[1], row[2], row.length > 4 ? row[4] : ""))
                .filter(constant -> !constant.value().isEmpty());
    }

    static Stream<CFunction> functions() {
        return rows("functions.csv")
                .map(row -> new CFunction(
                        row[0],
                        row[1],
                        List.of(row[2].split("; ")),
                        row[3].isEmpty() ? List.of() : List.of(row[3].split(" "))));
    }

    private static Stream<String[]> rows(String file) {
        InputStream stream = Objects.requireNonNull(Facts.class.getResourceAsStream("/spec/" + file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
