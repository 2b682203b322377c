package dev.tokki.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// `tokki warm-up`, which the launcher runs once: does a little of everything on a token of its own, so that the JVM
/// can
/// record which classes a start needs.
@Command(name = "warm-up", hidden = true, header = "Do a little of everything, for the launcher's AOT cache.")
final class WarmUp implements Callable<Integer> {
    private static final List<String> COMMANDS = List.of(
            "--help",
            "explain CKR_PIN_LOCKED C_Sign CKA_SENSITIVE CKM_AES_GCM 0xA0",
            "explain CKR_PIN_LOKED",
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
            "module --memory --out FOLDER/libtokki.so",
            "serve --stdio");

    WarmUp() {}

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("tokki-warm-up");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Map.of("XDG_DATA_HOME", folder.toString(), "TOKKI_PIN", "1234", "TOKKI_SO_PIN", "12345678"),
                Optional.empty(),
                false,
                100);
        try {
            COMMANDS.forEach(command -> Tokki.run(
                    surroundings, command.replace("FOLDER", folder.toString()).split(" ")));
        } finally {
            remove(folder);
        }
        return ExitCode.DONE;
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
