package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Attribute;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.trace.TraceFile;
import dev.tokki.emulator.Emulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Transcripts on the command line.
class TraceTest {
    private static final String KEY = "sixteen secrets!";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void record() {
        file = folder.resolve("calls.jsonl");
        try (Emulator emulator = Emulator.inMemory("demo", Shell.SO_PIN, Shell.PIN);
                TraceFile trace = TraceFile.create(file, "the engine");
                Cryptoki module =
                        trace.around(emulator.connect(), ProcessHandle.current().pid());
                Application application = Application.initialise(module);
                Session session = application.token(0).openReadWrite()) {
            session.login(Cku.USER, Shell.PIN);
            session.createKey(
                    Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                    Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                    Attribute.of(Cka.LABEL, "</script>"),
                    Attribute.of(Cka.VALUE, KEY.getBytes(StandardCharsets.UTF_8)));
            module.call(new dev.tokki.api.call.Sessions.Logout(99));
        }
    }

    @Test
    void onlyTheOwnerMayReadATranscript() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "xml", "html"})
    void aTranscriptIsShownWithoutSecrets(String form) {
        String shown = run("show", "-f", form, file.toString()).out();
        assertThat(shown)
                .contains("C_CreateObject")
                .doesNotContain(Shell.PIN, KEY, "7369787465656e", "373339312d75736572");
    }

    @Test
    void nothingInATranscriptEndsThePagesScript() {
        String page = run("show", "-f", "html", file.toString()).out();
        assertThat(page.split("</script>", -1)).hasSize(3);
    }

    @Test
    void whatFailedIsExplained() {
        assertThat(run("explain", file.toString()).out())
                .contains("C_Logout returned CKR_SESSION_HANDLE_INVALID", "What works: Use the handle");
    }

    @Test
    void theSameCallsOnTheEngineAreAnsweredAlike() {
        Shell.Outcome outcome = run("replay", file.toString());
        assertThat(outcome.out()).contains("no differences");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aTranscriptDoesNotDifferFromItself() {
        assertThat(run("diff", file.toString(), file.toString()).code()).isZero();
    }

    @Test
    void aFileThatIsNoTranscriptIsWrongUsage() throws Exception {
        Files.writeString(file, "hello");
        assertThat(run("show", file.toString()).code()).isEqualTo(ExitCode.USAGE);
    }

    private Shell.Outcome run(String... args) {
        return new Shell(folder).withPins().run(args);
    }
}
