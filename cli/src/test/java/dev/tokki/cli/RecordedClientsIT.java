package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.cli.trace.TranscriptFile;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.EmulatorBuilder;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.replay.Beginning;
import dev.tokki.trace.replay.Difference;
import dev.tokki.trace.replay.Given;
import dev.tokki.trace.replay.Outcome;
import dev.tokki.trace.replay.Replay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that everybody uses, recorded on SoftHSM with `tokki spy` and played again on the engine: all that differs
/// is where SoftHSM departs from the specification.
class RecordedClientsIT {
    private static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    @TempDir
    private Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void makeToken() throws Exception {
        require(SOFTHSM, "softhsm2");
        require(Path.of("/usr/bin/softhsm2-util"), "softhsm2");
        Files.createDirectories(folder.resolve("tokens"));
        Path configuration = Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
        shell = new Shell(folder).with("SOFTHSM2_CONF", configuration.toString());
        Files.writeString(folder.resolve("data"), "attack at dawn!!attack at dawn!!");
        ProcessBuilder init = new ProcessBuilder(
                "softhsm2-util", "--init-token", "--free", "--label", "test", "--pin", "1234", "--so-pin", "12345678");
        init.environment().put("SOFTHSM2_CONF", configuration.toString());
        assertThat(init.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void pkcs11Tool() throws IOException {
        require(Path.of("/usr/bin/pkcs11-tool"), "opensc");
        require(Path.of("/usr/bin/openssl"), "openssl");
        Set<SoftHsmDeviation> seen = deviations("pkcs11-tool.sh");
        assertThat(seen).contains(SoftHsmDeviation.VERSION_2_40, SoftHsmDeviation.UNWRAPPED_KEYS_HAVE_NO_LENGTH);
    }

    @Test
    void opensslWithItsEngine() throws IOException {
        require(Path.of("/usr/bin/pkcs11-tool"), "opensc");
        require(Path.of("/usr/bin/openssl"), "openssl");
        try (Stream<Path> engines = Files.find(
                Path.of("/usr/lib"), 3, (path, attributes) -> path.endsWith(Path.of("engines-3", "pkcs11.so")))) {
            assumeTrue(
                    engines.findAny().isPresent(),
                    "skipped: OpenSSL's engine is not installed (Debian's package libengine-pkcs11-openssl)");
        }
        assertThat(deviations("openssl.sh")).contains(SoftHsmDeviation.VERSION_2_40);
    }

    @Test
    void sunPkcs11() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        require(java, "a JDK");
        Files.writeString(folder.resolve("TracedProgram.java"), resource("TracedProgram.java.txt"));
        assertThat(deviations("java.sh")).contains(SoftHsmDeviation.OTHER_DEFAULTS);
    }

    /// Records a script, plays it on the engine, and checks that SoftHSM's deviations explain all differences.
    private Set<SoftHsmDeviation> deviations(String script) throws IOException {
        Path file = folder.resolve("calls.jsonl");
        Path program = Files.writeString(folder.resolve(script), resource(script));
        Shell.Outcome spied = shell.with(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .run(
                        "spy",
                        "--module",
                        SOFTHSM.toString(),
                        "-o",
                        file.toString(),
                        "--",
                        "sh",
                        program.toString(),
                        "{}",
                        folder.toString());
        String log = Files.readString(folder.resolve("log"));
        assertThat(spied.code()).as(log + spied.err()).isZero();
        Transcript transcript = TranscriptFile.read(file);
        Outcome outcome = onEngine(transcript);
        List<Difference> answers = outcome.of(Difference.Kind.ANSWER);
        assertThat(answers.stream()
                        .filter(each -> SoftHsmDeviation.of(each).isEmpty())
                        .map(Difference::toString))
                .as("what no deviation of SoftHSM explains; the program said:\n" + log)
                .isEmpty();
        assertThat(outcome.leftOut())
                .as("calls that need what was made outside")
                .hasSizeLessThan(transcript.calls().size() / 50 + 2);
        return answers.stream()
                .map(SoftHsmDeviation::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Outcome onEngine(Transcript transcript) {
        EmulatorBuilder builder = Emulator.builder();
        Beginning.of(transcript)
                .slots()
                .forEach((number, slot) -> builder.slot(
                        number,
                        slot.initialised() ? TokenPlan.ready(slot.label(), "12345678", "1234") : TokenPlan.fresh()));
        try (Emulator emulator = builder.build()) {
            return Replay.of(
                    transcript,
                    new Given(Optional.of("1234"), Optional.of("12345678"), Optional.empty()),
                    application -> emulator.connect(),
                    false);
        }
    }

    private static void require(Path file, String debianPackage) {
        assumeTrue(
                Files.exists(file),
                () -> "skipped: " + file.getFileName() + " is not installed (Debian's package " + debianPackage + ")");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RecordedClientsIT.class.getResourceAsStream("client/" + name), name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
