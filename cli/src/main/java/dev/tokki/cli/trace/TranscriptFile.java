package dev.tokki.cli.trace;

import dev.tokki.cli.Usage;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.JsonLines;
import dev.tokki.trace.json.MalformedTranscriptException;
import dev.tokki.trace.xml.TestCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A transcript in a file, in any of the forms that can be read.
public final class TranscriptFile {
    private TranscriptFile() {}

    /// {@return the transcript in a file}
    ///
    /// @throws Usage if there is none
    public static Transcript read(Path file) {
        try {
            // A log of somebody else's may hold bytes that are no UTF-8.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return read(text);
        } catch (NoSuchFileException e) {
            throw new Usage("there is no file " + file);
        } catch (IOException e) {
            throw new Usage(file + " cannot be read: " + e.getMessage());
        } catch (MalformedTranscriptException e) {
            throw new Usage(file + " is no transcript: " + e.getMessage());
        }
    }

    /// {@return the test case in a file; nothing if it holds something else}
    ///
    /// @throws Usage if it is XML and no test case
    static Optional<TestCase> readCase(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.stripLeading().startsWith("<") ? Optional.of(TestCase.read(text)) : Optional.empty();
        } catch (NoSuchFileException e) {
            throw new Usage("there is no file " + file);
        } catch (IOException e) {
            throw new Usage(file + " cannot be read: " + e.getMessage());
        } catch (MalformedTranscriptException e) {
            throw new Usage(file + " is no test case: " + e.getMessage());
        }
    }

    private static Transcript read(String text) {
        List<String> lines = text.lines().toList();
        return JsonLines.read(lines);
    }
}
