package dev.tokki.cli.trace;

import dev.tokki.cli.Usage;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.json.JsonLines;
import dev.tokki.trace.json.MalformedTranscriptException;
import dev.tokki.trace.spylog.SpyLog;
import dev.tokki.trace.xml.TestCase;
import dev.tokki.trace.xml.XmlTranscript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A transcript in a file, in any of the forms that can be read.
public final class TranscriptFile {
    private TranscriptFile() {}

    /// {@return the transcript in a file, secrets hidden: JSON lines, XML, or a log of pkcs11-spy}
    ///
    /// @throws Usage if there is none
    public static Transcript read(Path file) {
        return read(file, Secrets.HIDDEN);
    }

    /// {@return the transcript in a file}
    ///
    /// @param secrets what becomes of the secrets in a log of pkcs11-spy
    /// @throws Usage if there is none
    public static Transcript read(Path file, Secrets secrets) {
        try {
            String text = text(file);
            if (text.stripLeading().startsWith("<")) {
                return XmlTranscript.read(file.getFileName() + ", an XML transcript", text);
            } else if (SpyLog.is(text)) {
                return SpyLog.read(text, secrets);
            }
            return JsonLines.read(text.lines().toList());
        } catch (MalformedTranscriptException e) {
            throw new Usage(file + " is no transcript: " + e.getMessage());
        }
    }

    /// {@return the test case in a file: calls whose results are bound to variables; nothing if it holds something
    /// else}
    ///
    /// @throws Usage if it is XML and no test case
    static Optional<TestCase> readCase(Path file) {
        try {
            String text = text(file);
            return text.stripLeading().startsWith("<") && TestCase.hasVariables(text)
                    ? Optional.of(TestCase.read(text))
                    : Optional.empty();
        } catch (MalformedTranscriptException e) {
            throw new Usage(file + " is no test case: " + e.getMessage());
        }
    }

    /// A log of somebody else's may hold bytes that are no UTF-8.
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new Usage("there is no file " + file);
        } catch (IOException e) {
            throw new Usage(file + " cannot be read: " + e.getMessage());
        }
    }
}
