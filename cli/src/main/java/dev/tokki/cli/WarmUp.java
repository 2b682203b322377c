package dev.tokki.cli;

import dev.tokki.server.Daemon;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tokki warm-up`, which the launcher runs once for each AOT cache: does a little of what the cache is for, so that
/// the JVM can record which classes a start needs.
@Command(name = "warm-up", hidden = true, header = "Do a little of everything, for the launcher's AOT caches.")
final class WarmUp implements Callable<Integer> {
    private static final List<String> EXPLAIN =
            List.of("explain CKR_PIN_LOCKED C_Sign CKA_SENSITIVE CKM_AES_GCM 0xA0", "explain CKR_PIN_LOKED");

    private static final List<String> SERVE = List.of("token init --label warm-up --store FOLDER/store");

    /// What a program does first: the module's own calls, and keys found, made and used.
    private static final List<String> PROGRAM = List.of(
            "token list --module FOLDER/libtokki.so",
            "keygen ec:P-256 --label pair --module FOLDER/libtokki.so",
            "sign --key pair --module FOLDER/libtokki.so");

    private static final List<String> REST = List.of(
            "--help",
            "token init --label warm-up",
            "token list",
            "token info",
            "slots",
            "mechanisms --json",
            "keygen aes:256 --label key",
            "keygen ec:P-256 --label pair",
            "object list",
            "object show key",
            "sign --key pair",
            "encrypt --key key",
            "digest",
            "random 8",
            "module --memory --out FOLDER/libtokki.so");

    /// What a cache is for.
    private enum Kind {
        EXPLAIN,
        SERVE,
        REST
    }

    @Parameters(paramLabel = "KIND", description = "explain, serve or rest.")
    private Kind kind = Kind.REST;

    WarmUp() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tokki-warm-up");
        Surroundings surroundings = surroundings(folder);
        try {
            switch (kind) {
                case EXPLAIN -> run(EXPLAIN, folder, surroundings);
                case SERVE -> {
                    run(SERVE, folder, surroundings);
                    serve(folder, surroundings);
                }
                case REST -> run(REST, folder, surroundings);
            }
        } finally {
            remove(folder);
        }
        return ExitCode.DONE;
    }

    private static Surroundings surroundings(Path folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Surroundings(
                InputStream.nullInputStream(), nowhere, nowhere, environment(folder), Optional.empty(), false, 100);
    }

    private static Map<String, String> environment(Path folder) {
        return Map.of("XDG_DATA_HOME", folder.toString(), "TOKKI_PIN", "1234", "TOKKI_SO_PIN", "12345678");
    }

    private static void run(List<String> commands, Path folder, Surroundings surroundings) {
        commands.forEach(command -> Tokki.run(surroundings, arguments(command, folder)));
    }

    private static String[] arguments(String command, Path folder) {
        return command.replace("FOLDER", folder.toString()).split(" ");
    }

    /// A daemon, and a program in a process of its own: what that loads is not for this cache.
    private static void serve(Path folder, Surroundings surroundings) throws IOException, InterruptedException {
        Path socket = folder.resolve("socket");
        Thread daemon = Thread.ofPlatform()
                .start(() -> Tokki.run(
                        surroundings, arguments("serve --store FOLDER/store --socket FOLDER/socket", folder)));
        while (daemon.isAlive() && !Daemon.isListeningOn(socket)) {
            Thread.sleep(10);
        }
        start(List.of("module --socket FOLDER/socket --out FOLDER/libtokki.so"), folder);
        start(PROGRAM, folder);
        daemon.interrupt();
        daemon.join();
    }

    private static void start(List<String> commands, Path folder) throws IOException, InterruptedException {
        for (String command : commands) {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            words.addAll(List.of(arguments(command, folder)));
            ProcessBuilder program = new ProcessBuilder(words)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD);
            program.environment().putAll(environment(folder));
            program.start().waitFor();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(WarmUp::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
