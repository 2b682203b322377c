package dev.tokki.conformance.result;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Results in a JSON file, described by `schema.json` beside this class.
///
/// Members are named like the components of the records; one that is null is absent.
public final class ResultFile {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private ResultFile() {}

    /// Writes a result, and the folders on the way to the file.
    ///
    /// @throws IOException if it cannot be written
    public static void write(RunResult result, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            write(result, writer);
        }
    }

    /// Writes a result.
    ///
    /// @throws com.google.gson.JsonIOException if it cannot be written
    public static void write(RunResult result, Appendable out) {
        GSON.toJson(result, out);
    }

    /// {@return the result in a file}
    ///
    /// @throws IOException if it cannot be read, is no result, or has another format
    public static RunResult read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            RunResult result = GSON.fromJson(reader, RunResult.class);
            if (result == null || !RunResult.FORMAT.equals(result.format())) {
                throw new IOException("%s is no result of format %s".formatted(file, RunResult.FORMAT));
            }
            return result;
        } catch (JsonParseException e) {
            throw new IOException(file + " is no result of the suite: " + e.getMessage(), e);
        }
    }
}
