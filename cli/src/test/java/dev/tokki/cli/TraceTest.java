package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    void whatIsToldOfATranscriptHoldsNoSecrets() throws Exception {
        Path broken = folder.resolve("broken.jsonl");
        Files.writeString(broken, Files.readString(file).replace("C_CreateObject", "C_NoSuch"));
        String told = String.join(
                "\n",
                run("explain", file.toString()).all(),
                run("replay", file.toString()).all(),
                new Shell(folder)
                        .with("TOKKI_PIN", Shell.SO_PIN)
                        .with("TOKKI_SO_PIN", Shell.PIN)
                        .run("replay", "--slot", "77", file.toString())
                        .all(),
                run("diff", file.toString(), file.toString()).all(),
                run("show", broken.toString()).all());
        assertThat(told)
                .contains("logged in as the user", "no differences", "SLOT_ID_INVALID", "is no transcript")
                .doesNotContain(Shell.PIN, Shell.SO_PIN, KEY, "7369787465656e", "373339312d75736572");
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
    void theStoryIsToldStepByStep() {
        assertThat(run("explain", file.toString()).out())
                .contains(
                        "1: initialised the library",
                        "logged in as the user",
                        "created the secret key \"</script>\"",
                        "failed to log out: C_Logout returned CKR_SESSION_HANDLE_INVALID");
    }

    @Test
    void aTranscriptInXmlIsReadByEveryCommand() throws Exception {
        Path xml = folder.resolve("calls.xml");
        run("show", "-f", "xml", "-o", xml.toString(), file.toString());
        assertThat(run("show", xml.toString()).out()).contains("C_CreateObject", "CKR_SESSION_HANDLE_INVALID");
        assertThat(run("explain", xml.toString()).out()).contains("C_Logout returned", "What works");
        assertThat(run("replay", xml.toString()).out()).contains("no differences");
        assertThat(run("diff", file.toString(), xml.toString()).out()).contains("no differences");
    }

    @Test
    void aLogOfPkcs11SpyIsReadByEveryCommand() throws Exception {
        Path log = folder.resolve("spy.log");
        Files.writeString(log, """


                *************** OpenSC PKCS#11 spy *****************
                Loaded: "/usr/lib/other.so"
                0: C_Initialize
                2026-01-02 03:04:05.678
                [in] pInitArgs = (nil)
                Returned:  0 CKR_OK

                1: C_OpenSession
                2026-01-02 03:04:05.679
                [in] slotID = 0x0
                [in] flags = 0x6
                [in] pApplication = (nil)
                [in] Notify = (nil)
                [out] *phSession = 0x1
                Returned:  0 CKR_OK

                2: C_Login
                2026-01-02 03:04:05.680
                [in] hSession = 0x1
                [in] userType = CKU_USER
                [in] pPin[ulPinLen] 00007ffcfe2ef973 / 9
                    00000000  37 33 39 31 2D 75 73 65 72                       7391-user
                Returned:  160 CKR_PIN_INCORRECT

                """);
        for (String form : new String[] {"text", "json", "xml", "html"}) {
            assertThat(run("show", "-f", form, log.toString()).out())
                    .contains("C_Login", "PIN_INCORRECT")
                    .doesNotContain(Shell.PIN, "373339312d75736572");
        }
        assertThat(run("show", "--with-secrets-in-clear", "-f", "json", log.toString())
                        .out())
                .contains("373339312d75736572");
        assertThat(run("explain", log.toString()).out())
                .contains("failed to log in as the user", "What works: Log in with the PIN of that user")
                .doesNotContain(Shell.PIN);
        assertThat(run("replay", log.toString()).out())
                .contains("3 calls, no differences")
                .doesNotContain(Shell.PIN);
        assertThat(run("diff", log.toString(), log.toString()).out()).contains("no differences");
    }

    @Test
    void oneTranscriptIsComparedOnTwoModules() {
        Path softHsm = Path.of("/usr/lib/softhsm/libsofthsm2.so");
        assumeTrue(Files.exists(softHsm), "skipped: SoftHSM is not installed (Debian's package softhsm2)");
        Shell.Outcome outcome = new Shell(folder)
                .withPins()
                .with("SOFTHSM2_CONF", "/nonexistent")
                .run("diff", file.toString(), "--module", softHsm.toString());
        assertThat(outcome.out()).contains("The first difference is at call ", "second: Tokki's engine", "(section ");
        assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BL-M-1-32", "EXT-M-1-32", "AUTH-M-1-32", "CERT-M-1-32"})
    void theEnginePassesTheMandatoryCasesOfTheProfiles(String name) {
        Path file = Path.of("..", "trace", "src", "test", "resources", "oasis-profiles", name + ".xml");
        assertThat(run("replay", file.toString()).out())
                .contains("no differences")
                .doesNotContain("not \"");
    }

    @Test
    void aDiffNeedsTwoOfSomething() {
        assertThat(run("diff", file.toString()).code()).isEqualTo(ExitCode.USAGE);
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
