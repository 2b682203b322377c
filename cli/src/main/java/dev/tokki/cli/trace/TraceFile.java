package dev.tokki.cli.trace;

import dev.tokki.api.Cryptoki;
import dev.tokki.cli.Usage;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Recording;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Spy;
import dev.tokki.trace.json.JsonLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/// A transcript that is being written: a file that its user alone may read.
public final class TraceFile implements AutoCloseable {
    private final Writer writer;
    private final Recording recording;

    private TraceFile(Writer writer, Secrets secrets, Consumer<? super CallRecord> also) {
        this.writer = writer;
        this.recording = new Recording(
                secrets,
                call -> {
                    line(JsonLines.line(call));
                    also.accept(call);
                },
                this::flush);
    }

    /// {@return a transcript without secrets}
    ///
    /// @param file where to; what is there is replaced
    /// @param about what is recorded
    /// @throws Usage if the file cannot be made
    public static TraceFile create(Path file, String about) {
        return create(file, about, Secrets.HIDDEN, call -> {});
    }

    /// {@return a transcript}
    ///
    /// @param also what else is done with each call
    static TraceFile create(Path file, String about, Secrets secrets, Consumer<? super CallRecord> also) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            TraceFile trace = new TraceFile(Files.newBufferedWriter(file), secrets, also);
            trace.line(JsonLines.header(about, secrets));
            trace.flush();
            return trace;
        } catch (IOException e) {
            throw new Usage(file + " cannot be written: " + e.getMessage());
        }
    }

    /// {@return a module whose calls are recorded}
    ///
    /// @param module the module
    /// @param process the number of the process that makes the calls
    public Cryptoki around(Cryptoki module, long process) {
        String command = ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .orElse("process");
        return new Spy(module, recording, command + " (" + process + ")");
    }

    /// {@return a module whose calls are recorded}
    ///
    /// @param module the module
    /// @param application what to call the program that makes the calls
    Cryptoki around(Cryptoki module, String application) {
        return new Spy(module, recording, application);
    }

    private void line(String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        recording.close();
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
