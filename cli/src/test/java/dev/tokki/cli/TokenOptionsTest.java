package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.Sessions.LoginUser;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cku;
import dev.tokki.cli.Shell.Outcome;
import dev.tokki.emulator.Emulator;
import dev.tokki.storage.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Users with names, and options that say how the engine's tokens behave.
class TokenOptionsTest {
    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(folder).withPins();
    }

    private void init() {
        assertThat(shell().run("token", "init", "--label", "demo").code()).isEqualTo(ExitCode.DONE);
    }

    private String logIn(String name, String pin) {
        try (Emulator emulator = Emulator.open(Stores.open(folder.resolve("tokki/store")))) {
            Cryptoki module = emulator.connect();
            module.call(new Initialize());
            long session = module.call(new OpenSession(0, Ckf.SERIAL_SESSION)).outputs();
            return module.call(new LoginUser(session, Cku.USER, Bytes.utf8(pin), Bytes.utf8(name)))
                    .rv()
                    .toString();
        }
    }

    @Test
    void aUserWithANameIsAddedListedGivenANewPinAndRemoved() {
        init();
        assertThat(shell().run("token", "user", "list").out()).isEmpty();
        Outcome added = shell().with("TOKKI_NEW_PIN", "alice's PIN").run("token", "user", "add", "alice");
        assertThat(added.out()).as(added.err()).contains("added the user \"alice\"");
        assertThat(shell().run("token", "user", "list").out()).isEqualTo("alice\n");
        assertThat(logIn("alice", "alice's PIN")).isEqualTo("CKR_OK");
        assertThat(shell().run("token", "user", "add", "alice", "--new-pin", "other")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell().run("token", "user", "add", "alice", "--reset", "--new-pin", "another PIN")
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(logIn("alice", "alice's PIN")).isEqualTo("CKR_PIN_INCORRECT");
        assertThat(logIn("alice", "another PIN")).isEqualTo("CKR_OK");
        assertThat(shell().run("token", "user", "remove", "alice").code()).isEqualTo(ExitCode.DONE);
        assertThat(shell().run("token", "user", "list", "--json").out().strip()).isEqualTo("[]");
        assertThat(shell().run("token", "user", "remove", "alice").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aWrongSoPinAddsNobody() {
        init();
        Outcome outcome = shell().with("TOKKI_SO_PIN", "not the one")
                .run("token", "user", "add", "alice", "--new-pin", "alice's PIN");
        assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.err()).contains("CKR_PIN_INCORRECT").doesNotContain("alice's PIN");
        assertThat(shell().run("token", "user", "list").out()).isEmpty();
    }

    @Test
    void aTokenIsToldWhatToOfferWhenItIsMadeAndLater() {
        Outcome made = shell().run(
                        "token",
                        "init",
                        "--label",
                        "demo",
                        "--only",
                        "CKM_AES_*,SHA256",
                        "--without",
                        "AES-ECB",
                        "--size",
                        "CKM_AES_*=32");
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
        assertThat(shell().run("token", "offer", "show").out())
                .isEqualTo("only CKM_AES_*\nonly CKM_SHA256\nwithout CKM_AES_ECB\nsize CKM_AES_*=32\n");
        assertThat(shell().run("mechanisms").out())
                .contains("CKM_SHA256 ", "CKM_AES_CBC ")
                .doesNotContain("CKM_AES_ECB ", "CKM_RSA_PKCS ");
        Outcome refused = shell().run("keygen", "aes:128", "--label", "k");
        assertThat(refused.code()).isNotEqualTo(ExitCode.DONE);
        assertThat(refused.err()).contains("was told").contains("tokki token offer");
        Outcome more = shell().run("token", "offer", "set", "--also", "--without", "CKM_SHA256");
        assertThat(more.out()).as(more.err()).contains("\"demo\" offers ");
        assertThat(shell().run("mechanisms").out()).doesNotContain("CKM_SHA256 ");
        assertThat(shell().run("token", "offer", "reset").code()).isEqualTo(ExitCode.DONE);
        assertThat(shell().run("token", "offer", "show").out()).startsWith("everything: ");
        assertThat(shell().run("token", "offer", "show", "--json").out().strip())
                .isEqualTo("[]");
    }

    @Test
    void anOfferOfWhatTheEngineHasNotIsRefusedBeforeAnythingIsDone() {
        Outcome outcome = shell().run("token", "init", "--label", "demo", "--only", "CKM_NO_SUCH");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("CKM_NO_SUCH");
        init();
        assertThat(shell().run("token", "offer", "set", "--size", "CKM_SHA256=3")
                        .err())
                .contains("CKM_SHA256");
        assertThat(shell().run("token", "offer", "set").code()).isEqualTo(ExitCode.USAGE);
        Outcome wrong = shell().with("TOKKI_SO_PIN", "not the one").run("token", "offer", "set", "--only", "SHA256");
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shell().run("token", "offer", "show").out()).startsWith("everything: ");
    }

    @Test
    void optionsShowInTheTokensInformation() {
        init();
        Outcome outcome = shell().run(
                        "token",
                        "list",
                        "--json",
                        "--clock",
                        "--async",
                        "--write-protected",
                        "--pin-length",
                        "6-12",
                        "--pin-characters",
                        "digits",
                        "--pin-tries",
                        "3,5",
                        "--max-sessions",
                        "10,2");
        assertThat(outcome.out())
                .as(outcome.err())
                .contains("CKF_CLOCK_ON_TOKEN", "CKF_ASYNC_SESSION_SUPPORTED", "CKF_WRITE_PROTECTED");
        assertThat(shell().run("token", "info", "--pin-length", "6-12", "--max-sessions", "10,2")
                        .out())
                .contains("12", "10");
    }

    @Test
    void demandsOnPinsAreMade() {
        init();
        Outcome outcome =
                shell().with("TOKKI_NEW_PIN", "letters").run("token", "pin", "change", "--pin-characters", "digits");
        assertThat(outcome.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.err()).contains("CKR_PIN_INVALID");
        assertThat(shell().with("TOKKI_NEW_PIN", "12345")
                        .run("token", "pin", "change", "--pin-length", "6-8")
                        .err())
                .contains("CKR_PIN_LEN_RANGE");
    }

    @Test
    void aPinPadAsksAtTheTerminal() {
        init();
        Outcome asked = new Shell(folder).typing(Shell.PIN).run("keygen", "aes:128", "--label", "k", "--pin-pad");
        assertThat(asked.code()).as(asked.err()).isEqualTo(ExitCode.DONE);
        assertThat(new Shell(folder)
                        .run("keygen", "aes:128", "--label", "k", "--pin-pad")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void wrongOptionsAreToldBeforeAnythingIsDone() {
        init();
        for (String[] wrong : new String[][] {
            {"--pin-length", "6"},
            {"--pin-length", "8-6"},
            {"--pin-tries", "three"},
            {"--pin-characters", "runes"},
            {"--max-sessions", "-1,2"}
        }) {
            assertThat(shell().run("token", "list", wrong[0], wrong[1]).code())
                    .as(wrong[1])
                    .isEqualTo(ExitCode.USAGE);
        }
    }
}
