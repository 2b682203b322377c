package dev.tokki.cli.report;

import com.samskivert.mustache.Mustache;
import dev.tokki.conformance.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// Writes the report of a run as one HTML file: matrix, differences and, unfolded by its script, every call.
public final class HtmlReport {
    private HtmlReport() {}

    /// Writes the report into a file.
    ///
    /// @throws IOException if it cannot be written
    public static void write(RunResult run, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write(html(run));
        }
    }

    /// {@return the report}
    public static String html(RunResult run) {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .compile(resource("report.html"))
                .execute(Map.of(
                        "page", Page.of(run),
                        "style", resource("report.css"),
                        "script", resource("report.js"),
                        "data", Detail.json(run)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program cannot be read: " + name, e);
        }
    }
}
