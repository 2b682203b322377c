package dev.tokki.nativeadapter.child;

import dev.tokki.nativeadapter.ModuleLoadException;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.wire.FrameChannel;
import dev.tokki.nativeadapter.wire.FrameReader;
import dev.tokki.nativeadapter.wire.FrameWriter;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A running child: the process, its directory, and the connections to it that nobody uses at the moment.
final class ChildProcess {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(20);

    private final Path directory;
    private final Process process;
    private final String description;
    private final Queue<FrameChannel> idle = new ConcurrentLinkedQueue<>();
    private volatile CrashReport.Cause cause = CrashReport.Cause.ITSELF;

    /// Starts a child and lets it load a library.
    ///
    /// @throws ModuleLoadException if it cannot
    ChildProcess(Path library, Options options, ParentNotifications notifications) throws IOException {
        directory = Files.createTempDirectory("tokki");
        process = start(options);
        try {
            description = load(library, options);
            FrameChannel callbacks = open(Purpose.NOTIFICATIONS);
            Thread.ofVirtual().name("notifications").start(() -> notifications.serve(callbacks));
        } catch (IOException | RuntimeException e) {
            remove();
            throw e;
        }
    }

    private Process start(Options options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + errorFile(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChildMain.class.getName(),
                socket().toString()));
        builder.environment().putAll(options.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(directory.resolve("output").toFile());
        return builder.start();
    }

    private Path errorFile() {
        return directory.resolve("error");
    }

    private Path socket() {
        return directory.resolve("socket");
    }

    private String load(Path library, Options options) throws IOException {
        FrameWriter hello = new FrameWriter();
        hello.number(Purpose.LOAD);
        hello.text(library.toAbsolutePath().toString());
        hello.number(options.newest().major());
        hello.number(options.newest().minor());
        hello.flag(options.reserved() != null);
        if (options.reserved() != null) {
            hello.text(options.reserved());
        }
        try (FrameChannel connection = firstConnection(library)) {
            connection.send(hello.toArray());
            FrameReader answer = new FrameReader(connection.receive());
            boolean isLoaded = answer.flag();
            String text = answer.text();
            if (!isLoaded) {
                throw new ModuleLoadException(library, text);
            }
            return text;
        } catch (java.io.EOFException e) {
            throw new ModuleLoadException(library, "while it was loaded, " + end().sentence());
        }
    }

    /// The child needs a moment until it listens.
    private FrameChannel firstConnection(Path library) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.exists(socket())) {
                try {
                    return FrameChannel.open(UnixDomainSocketAddress.of(socket()));
                } catch (java.net.SocketException e) {
                    pause(); // bound, and not listening yet
                }
            }
            pause();
        }
        throw new ModuleLoadException(library, "its process did not start: " + output().orElse("it said nothing"));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a module was loaded", e);
        }
    }

    private Optional<String> output() throws IOException {
        Path file = directory.resolve("output");
        return Files.exists(file)
                ? Optional.of(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private FrameChannel open(byte role) throws IOException {
        FrameChannel connection = FrameChannel.open(UnixDomainSocketAddress.of(socket()));
        connection.send(new byte[] {role});
        return connection;
    }

    /// {@return what the module says of itself}
    String description() {
        return description;
    }

    /// {@return the process's number}
    long pid() {
        return process.pid();
    }

    /// {@return a connection for one call at a time}
    FrameChannel take() throws IOException {
        FrameChannel connection = idle.poll();
        return connection == null ? open(Purpose.CALLS) : connection;
    }

    void giveBack(FrameChannel connection) {
        idle.add(connection);
    }

    /// Ends the process at once.
    void kill(CrashReport.Cause why) {
        cause = why;
        process.destroyForcibly();
    }

    /// {@return how the process ended, after it did}
    CrashReport end() {
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                kill(CrashReport.Cause.TIMEOUT);
                process.waitFor();
            }
            return CrashReport.of(cause, process.exitValue(), errorFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill(CrashReport.Cause.ITSELF);
            throw new IllegalStateException("interrupted while a module's process ended", e);
        }
    }

    /// Lets go of the module, of the process and of the directory.
    void close() {
        if (process.isAlive()) {
            try (FrameChannel connection = take()) {
                connection.send(new byte[0]);
                connection.receive();
                process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
            } catch (IOException e) {
                process.destroyForcibly(); // it did not live to say good-bye
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        remove();
    }

    private void remove() {
        process.destroyForcibly();
        idle.forEach(FrameChannel::close);
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            directory.toFile().deleteOnExit();
        }
    }
}
