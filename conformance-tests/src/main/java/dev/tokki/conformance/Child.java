package dev.tokki.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A running [TestProcess] as its parent sees it.
final class Child implements AutoCloseable {
    /// What the JVM prints of a fatal signal, and of the C function that it came from.
    private static final Pattern SIGNAL = Pattern.compile("#\\s+(SIG[A-Z]+) .*");

    private static final Pattern FRAME = Pattern.compile("# C\\s+\\[([^+\\]]+)[^\\]]*\\].*");

    private final Process process;
    private final Writer toChild;
    private final Path folder;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final StringBuilder crash = new StringBuilder();

    private Child(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.toChild = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::listen);
    }

    /// {@return a new process, on the class path of this one}
    static Child start() {
        try {
            Path folder = Files.createTempDirectory("tokki-conformance-");
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:ErrorFile=" + folder.resolve("hs_err.log"),
                    "-Djava.io.tmpdir=" + folder,
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TestProcess.class.getName());
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Child(process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("no process for a module under test can be started", e);
        }
    }

    /// Writes a line; a process that has ended is noticed when its answer is waited for.
    void send(String line) {
        try {
            toChild.write(line + "\n");
            toChild.flush();
        } catch (IOException e) {
            note(e.toString());
        }
    }

    /// {@return the next message; none if the process ended or the time is over}
    Optional<Message> next(long nanos) {
        try {
            Line line = lines.poll(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            return line == null ? Optional.empty() : line.message();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    /// Ends the process if it has not ended itself.
    ///
    /// @return how it ended
    String end(Duration patience) {
        try {
            boolean hangs = !process.waitFor(2, TimeUnit.SECONDS);
            close();
            return hangs ? "no answer within " + patience.toSeconds() + " s" : reason();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            toChild.close();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = line;
                Message.of(line)
                        .ifPresentOrElse(message -> lines.add(new Line(Optional.of(message))), () -> note(text));
            }
        } catch (IOException e) {
            note(e.toString());
        }
        lines.add(new Line(Optional.empty()));
    }

    private void note(String line) {
        synchronized (crash) {
            Matcher signal = SIGNAL.matcher(line);
            Matcher frame = FRAME.matcher(line);
            if (signal.matches()) {
                crash.append(signal.group(1));
            } else if (frame.matches()) {
                crash.append(" in ").append(frame.group(1));
            }
        }
    }

    private String reason() {
        synchronized (crash) {
            return crash.isEmpty()
                    ? "the module ended its process with code " + process.exitValue()
                    : "the module ended its process: " + crash;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    /// A message, or the end.
    private record Line(Optional<Message> message) {}
}
