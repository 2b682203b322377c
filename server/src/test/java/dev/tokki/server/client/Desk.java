package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.server.NativeFace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A place to run programs at: a token in memory behind a module of its own, a folder, an environment.
final class Desk implements AutoCloseable {
    static final String LABEL = "test";
    static final String PIN = "1234";
    static final String SO_PIN = "12345678";

    private static final long SECONDS = 60;

    private final Emulator emulator;
    private final NativeFace face;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /// @param folder where programs run, and their home
    Desk(Path folder) {
        this(folder, TokenPlan.ready(LABEL, SO_PIN, PIN));
    }

    /// @param token the token in slot 0; its PINs are [#PIN] and [#SO_PIN]
    Desk(Path folder, TokenPlan token) {
        this.emulator = Emulator.builder().slot(0, token).build();
        this.face = NativeFace.of(emulator::connect);
        this.folder = folder;
        environment.put("HOME", folder.toString());
        environment.put("LC_ALL", "C.UTF-8");
    }

    /// {@return the native module's path}
    String module() {
        return face.module().toString();
    }

    /// {@return a path in the folder}
    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(file(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sets an environment variable of the programs to come.
    Desk with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// {@return what a program did that ended with code 0}
    Outcome ok(String... command) {
        Outcome outcome = run(command);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return outcome;
    }

    /// {@return what a program did; after a minute it is ended}
    Outcome run(String... command) {
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            Process process = start(out, err, command);
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                end(process);
                throw new AssertionError(
                        "after " + SECONDS + " s there is no end of: " + String.join(" ", command) + "\n"
                                + Files.readString(out, StandardCharsets.ISO_8859_1)
                                + Files.readString(err, StandardCharsets.ISO_8859_1));
            }
            return new Outcome(
                    String.join(" ", command),
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.ISO_8859_1),
                    Files.readString(err, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// A program that serves until it is closed.
    static final class Service implements AutoCloseable {
        private final Process process;

        private Service(Process process) {
            this.process = process;
        }

        @Override
        public void close() {
            end(process);
        }
    }

    /// {@return a program that runs on, once it accepts connections}
    ///
    /// @param port where it listens
    Service serve(int port, String... command) {
        try {
            Path log = Files.createTempFile(folder, "log", "");
            Service service = new Service(start(log, log, command));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (!accepts(port)) {
                if (!service.process.isAlive() || System.nanoTime() > deadline) {
                    service.close();
                    throw new AssertionError("it does not listen: " + String.join(" ", command) + "\n"
                            + Files.readString(log, StandardCharsets.ISO_8859_1));
                }
                Thread.sleep(20);
            }
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// {@return a port that nobody listens on}
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copies a file from beside the tests into the folder.
    Path resource(String name) {
        try (InputStream in = Desk.class.getResourceAsStream(name)) {
            return write(name, java.util.Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        face.close();
        emulator.close();
    }

    private Process start(Path out, Path err, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("OPENSSL.*|GNUTLS.*|SSH_.*|P11_.*|GO.*|JAVA.*|JDK_.*"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
