package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on the engine's store, run in this process.
class CommandTest {
    private static final byte[] DATA = "attack at dawn".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path data;
    private Shell shell;
    private final List<Outcome> outcomes = new ArrayList<>();

    @BeforeEach
    void initialise() throws IOException {
        shell = new Shell(folder).withPins();
        data = Files.write(folder.resolve("data"), DATA);
        assertThat(run("token", "init", "--label", "demo").code()).isEqualTo(ExitCode.DONE);
    }

    /// Of whatever a test made the commands print, nothing may hold a PIN.
    @AfterEach
    void noPinIsEverPrinted() {
        assertThat(outcomes)
                .allSatisfy(
                        outcome -> assertThat(outcome.out() + outcome.err()).doesNotContain(Shell.PIN, Shell.SO_PIN));
    }

    @Test
    void aNewTokenIsListedAsReady() {
        assertThat(run("token", "list").out()).containsPattern("0 +demo .* ready");
        assertThat(run("token", "list", "--json").out()).contains("\"label\": \"demo\"", "CKF_USER_PIN_INITIALIZED");
        assertThat(run("token", "info").out()).containsPattern("label +demo");
        assertThat(run("slots").out()).contains("\"demo\"");
    }

    @Test
    void theEnginesTokensCanBehaveOtherwise() {
        assertThat(run("token", "list", "--json", "--write-protected", "--clock")
                        .out())
                .contains("CKF_WRITE_PROTECTED", "CKF_CLOCK_ON_TOKEN");
        Outcome unknown = run("token", "info", "--reading", "no-such-reading");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("logout-without-login");
        assertThat(run("token", "info", "--reading", "logout-without-login,ec-point-raw")
                        .code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void anInitialisedTokenIsNotInitialisedAgainWithoutForce() {
        Outcome refused = run("token", "init", "--label", "new", "--slot", "0");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--force");
        assertThat(run("token", "init", "--label", "new", "--slot", "0", "--force")
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("token", "list").out()).contains("new").doesNotContain("demo");
    }

    @Test
    void aSecondTokenTakesTheNextSlotAndMustBeNamedThen() {
        run("token", "init", "--label", "second");
        assertThat(run("token", "list").out()).containsPattern("1 +second");
        Outcome unclear = run("object", "list");
        assertThat(unclear.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unclear.err()).contains("--token", "\"demo\" in slot 0", "\"second\" in slot 1");
        assertThat(run("object", "list", "--token", "second").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("object", "list", "--slot", "1").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aWrongPinIsOneLineWithTheReturnValueAndTheReason() {
        Outcome refused = run("keygen", "aes:256", "--pin", "wrong-one");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err())
                .contains("C_Login", "CKR_PIN_INCORRECT", "section")
                .doesNotContain("wrong-one");
    }

    @Test
    void pinsAreChangedByTheUserAndSetAnewByTheSecurityOfficer() {
        assertThat(run("token", "pin", "change", "--new-pin", "other-pin").code())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("keygen", "aes:128").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run("token", "pin", "reset", "--new-pin", Shell.PIN).code()).isEqualTo(ExitCode.DONE);
        assertThat(run("keygen", "aes:128").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPinComesFromAFileOrFromThePersonAtTheTerminal() throws IOException {
        Path file = Files.writeString(folder.resolve("pin"), Shell.PIN + "\n");
        Shell bare = new Shell(folder);
        assertThat(bare.run("keygen", "aes:128").err()).contains("--pin-file", "TOKKI_PIN");
        assertThat(bare.run("keygen", "aes:128", "--pin-file", file.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(new Shell(folder).typing(Shell.PIN).run("keygen", "aes:128").code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void twoNewPinsThatDifferChangeNothing() {
        Outcome refused =
                new Shell(folder).typing(Shell.PIN, "one-pin", "another-pin").run("token", "pin", "change");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("keygen", "aes:128").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void privateObjectsAreListedOnlyAfterALogin() {
        run("keygen", "ec:P-256", "--label", "signer", "--id", "0a");
        assertThat(run("object", "list").out())
                .containsPattern("public +EC P-256 +signer +0a")
                .containsPattern("private +EC P-256 +signer +0a +private, sensitive");
        Outcome withoutPin = new Shell(folder).run("object", "list");
        assertThat(withoutPin.out()).containsPattern("public +EC P-256").doesNotContain("private  ");
        assertThat(withoutPin.err()).contains("--login");
    }

    @Test
    void everyKindOfSigningKeySignsAndVerifies() {
        for (String kind : List.of("ec:P-256", "rsa:2048", "ed25519", "aes:256", "generic:32")) {
            run("keygen", kind, "--label", kind);
            Path signature = folder.resolve("signature");
            assertThat(run("sign", "-k", kind, data.toString(), "-o", signature.toString())
                            .code())
                    .as(kind)
                    .isEqualTo(ExitCode.DONE);
            assertThat(run("verify", "-k", kind, data.toString(), "-s", signature.toString())
                            .code())
                    .as(kind)
                    .isEqualTo(ExitCode.DONE);
            assertThat(run("verify", "-k", kind, signature.toString(), "-s", signature.toString())
                            .code())
                    .as(kind)
                    .isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void anEcdsaSignatureMayBeWrittenAsDer() {
        run("keygen", "ec:P-521", "--label", "signer");
        Path signature = folder.resolve("signature");
        run("sign", "-k", "signer", "--der", data.toString(), "-o", signature.toString());
        assertThat(signature).content(StandardCharsets.ISO_8859_1).startsWith("0");
        assertThat(run("verify", "-k", "signer", "--der", data.toString(), "-s", signature.toString())
                        .code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatIsEncryptedIsDecryptedThroughPipes() {
        run("keygen", "aes:256", "--label", "box");
        run("keygen", "rsa:2048", "--label", "letter");
        for (String[] how : new String[][] {
            {"-k", "box"},
            {"-k", "letter"},
            {"-k", "box", "-m", "AES_CBC_PAD"},
            {"-k", "box", "-m", "AES_CTR"},
            {"-k", "box", "-m", "AES_GCM:iv=00112233445566778899aabb,aad=01,tagBits=96"},
            {"-k", "letter", "-m", "RSA_PKCS_OAEP:hashAlg=CKM_SHA_1"}
        }) {
            byte[] ciphertext = shell.input(DATA).run(words("encrypt", how)).bytes();
            Outcome decrypted = shell.input(ciphertext).run(words("decrypt", how));
            assertThat(decrypted.bytes()).as(String.join(" ", how)).isEqualTo(DATA);
        }
    }

    @Test
    void anExtractableKeyIsWrappedAndUnwrapped() {
        run("keygen", "aes:256", "--label", "kek");
        run("keygen", "aes:128", "--label", "inner", "--extractable");
        Path wrapped = folder.resolve("wrapped");
        assertThat(run("wrap", "inner", "-k", "kek", "-o", wrapped.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("unwrap", wrapped.toString(), "-k", "kek", "--type", "AES", "--label", "again")
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("object", "list").out()).containsPattern("secret +AES 128 +again");
        assertThat(run("wrap", "kek", "-k", "kek").err()).contains("CKR_KEY_UNEXTRACTABLE");
    }

    @Test
    void twoPartiesDeriveTheSameSecret() throws IOException {
        for (String party : List.of("a", "b")) {
            run("keygen", "x25519", "--label", party, "--use", "derive");
            run(
                    "object",
                    "export",
                    party,
                    "--class",
                    "public",
                    "--der",
                    "-o",
                    folder.resolve(party).toString());
        }
        for (String[] pair : new String[][] {{"a", "b"}, {"b", "a"}}) {
            byte[] info = Files.readAllBytes(folder.resolve(pair[1]));
            Path point = Files.write(
                    folder.resolve("point"), java.util.Arrays.copyOfRange(info, info.length - 32, info.length));
            Outcome derived = run(
                    "derive",
                    "-k",
                    pair[0],
                    "--length",
                    "32",
                    "--label",
                    "shared-" + pair[0],
                    "-m",
                    "ECDH1_DERIVE:kdf=CKD_NULL,publicData=@" + point);
            assertThat(derived.err()).isEmpty();
        }
        String first = shell.input(DATA).run("sign", "-k", "shared-a").out();
        assertThat(shell.input(DATA).run("sign", "-k", "shared-b").out()).isEqualTo(first);
    }

    @Test
    void dataIsImportedShownExportedChangedAndDeleted() {
        assertThat(run("object", "import", data.toString(), "--class", "data", "--label", "note")
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("object", "export", "note").bytes()).isEqualTo(DATA);
        assertThat(run("object", "show", "note").out()).contains("CKO_DATA", "CKA_LABEL");
        assertThat(run("object", "set", "note", "CKA_LABEL=memo").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("object", "delete", "memo").code()).isEqualTo(ExitCode.DONE);
        assertThat(run("object", "export", "memo").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void bothHalvesOfAPairAreDeletedOnlyOnDemand() {
        run("keygen", "ec:P-256", "--label", "pair");
        assertThat(run("object", "delete", "pair").err()).contains("--all");
        assertThat(run("object", "delete", "pair", "--all").out()).contains("2 objects");
    }

    @Test
    void aPublicKeyExportedIsImportedAgainAndVerifies() {
        for (String kind : List.of("ec:P-384", "rsa:2048", "ed25519")) {
            run("keygen", kind, "--label", kind);
            Path key = folder.resolve("key.pem");
            Path signature = folder.resolve("signature");
            run("sign", "-k", kind, data.toString(), "-o", signature.toString());
            run("object", "export", kind, "-o", key.toString());
            assertThat(key).content().startsWith("-----BEGIN PUBLIC KEY-----");
            assertThat(run("object", "import", key.toString(), "--label", "copy of " + kind)
                            .err())
                    .isEmpty();
            assertThat(run("verify", "-k", "copy of " + kind, data.toString(), "-s", signature.toString())
                            .code())
                    .as(kind)
                    .isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void aSecretValueIsMasked() {
        Path secret = data;
        run(
                "object",
                "import",
                secret.toString(),
                "--class",
                "secret",
                "--label",
                "s",
                "--set",
                "sensitive=false",
                "--set",
                "extractable=true");
        assertThat(run("object", "show", "s").out()).containsPattern("CKA_VALUE +\\*\\*\\*");
        assertThat(run("object", "show", "s", "--reveal").out()).contains(HexText.of(DATA));
    }

    @Test
    void verboseShowsEveryCallWithoutThePin() {
        assertThat(run("object", "list", "--verbose").err()).contains("C_Login(", "CKR_OK", "pin=***");
    }

    @Test
    void digestAndRandomNeedNoStore() {
        Shell elsewhere = new Shell(folder.resolve("empty")).input(DATA);
        assertThat(elsewhere.run("digest").out().strip()).hasSize(64);
        assertThat(elsewhere
                        .run("digest", "-m", "SHA512", "--as", "base64")
                        .out()
                        .strip())
                .hasSize(88);
        assertThat(elsewhere.run("random", "5").out().strip()).matches("[0-9a-f]{10}");
        assertThat(elsewhere.run("mechanisms", "gcm").out()).contains("CKM_AES_GCM");
        assertThat(elsewhere.run("token", "list").err()).contains("token init");
    }

    @Test
    void providersTellsWhoComputes() {
        Shell elsewhere = new Shell(folder.resolve("empty"));
        assertThat(elsewhere
                        .run("mechanisms", "--providers", "--crypto", "pure-java", "AES_GCM")
                        .out()
                        .lines())
                .anyMatch(line -> line.matches("CKM_AES_GCM +SunJCE +Cipher AES/GCM/NoPadding"))
                .anyMatch(line -> line.startsWith("Amazon Corretto Crypto Provider: "));
        assertThat(elsewhere
                        .run("mechanisms", "--providers", "--crypto", "bouncy-castle", "--json", "AES_GCM")
                        .out())
                .contains("\"provider\": \"BC\"");
        assertThat(elsewhere.run("mechanisms", "--crypto", "none").err()).contains("fastest, pure-java, bouncy-castle");
    }

    @Test
    void whatIsNotUnderstoodIsOneLineAndCodeTwo() {
        for (String[] wrong : new String[][] {
            {"no-such-command"},
            {"token"},
            {"keygen"},
            {"keygen", "aes" + ":many"},
            {"keygen", "ec:P-257"},
            {"sign", "-k", "nobody"},
            {"sign", "-k", "x", "-m", "NO_SUCH_MECHANISM"},
            {"object", "list", "--token", "nobody"},
            {"object", "import", "no-such-file"},
            {"explain", "no such name at all"}
        }) {
            Outcome outcome = run(wrong);
            assertThat(outcome.code()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
            assertThat(outcome.err().lines()).as(String.join(" ", wrong)).hasSize(1);
            assertThat(outcome.err()).startsWith("tokki: ");
        }
    }

    @Test
    void aLibraryThatIsNotThereIsCodeSixtyNine() {
        Outcome outcome = run("info", "--module", folder.resolve("none.so").toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(outcome.err().lines()).hasSize(1);
    }

    private Outcome run(String... args) {
        Outcome outcome = shell.run(args);
        outcomes.add(outcome);
        return outcome;
    }

    private static String[] words(String command, String... how) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(how));
        return words.toArray(String[]::new);
    }
}
