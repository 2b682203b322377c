package dev.tokki.conformance.module;

import dev.tokki.conformance.result.Expectation;
import dev.tokki.conformance.result.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// What is on record of one module: the tests in which it is known not to conform, so that a change is noticed.
///
/// In files: one line for each test, `id = VERDICT what is known about it`.
///
/// @param byTest the records by the ids of their tests
public record Expectations(Map<String, Expectation> byTest) {
    /// Copies the map.
    public Expectations {
        byTest = Map.copyOf(byTest);
    }

    /// {@return no records: the module is expected to conform}
    public static Expectations none() {
        return new Expectations(Map.of());
    }

    /// {@return the records that come with the suite, or none}
    ///
    /// @param name the module's name
    public static Expectations known(String name) {
        try (InputStream stream = Expectations.class.getResourceAsStream("expectations/" + name + ".properties")) {
            return stream == null ? none() : parse(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the records in a file}
    ///
    /// @throws IOException if it cannot be read
    public static Expectations read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return parse(reader);
        }
    }

    /// {@return what is on record of a test}
    public Optional<Expectation> of(String test) {
        return Optional.ofNullable(byTest.get(test));
    }

    private static Expectations parse(Reader reader) throws IOException {
        Properties lines = new Properties();
        lines.load(reader);
        return new Expectations(lines.stringPropertyNames().stream()
                .collect(Collectors.toMap(id -> id, id -> expectation(id, lines.getProperty(id)))));
    }

    private static Expectation expectation(String id, String line) {
        int blank = line.indexOf(' ');
        String verdict = blank < 0 ? line : line.substring(0, blank);
        try {
            return new Expectation(
                    Verdict.valueOf(verdict),
                    blank < 0 ? "" : line.substring(blank).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the expectation of %s begins with '%s', which is no verdict".formatted(id, verdict), e);
        }
    }
}
