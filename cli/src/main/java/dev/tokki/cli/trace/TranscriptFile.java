package dev.tokki.cli.trace;

import dev.tokki.cli.Usage;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.JsonLines;
import dev.tokki.trace.json.MalformedTranscriptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

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

    private static Transcript read(String text) {
        List<String> lines = text.lines().toList();
        return JsonLines.read(lines);
    }
}
