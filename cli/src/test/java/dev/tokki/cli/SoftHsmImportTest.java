package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokki.api.Attribute;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.Shell.Outcome;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.child.ChildModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A token that SoftHSM's own tools have filled is taken over, and its keys do the same here as there.
class SoftHsmImportTest {
    private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final byte[] DATA = "attack at dawn!!".getBytes(StandardCharsets.UTF_8);
    private static final String OTHER_PIN = "2580-other";

    @TempDir
    private Path folder;

    private Path data;
    private Path tokens;
    private Shell shell;

    @BeforeEach
    void fillAToken() throws Exception {
        assumeTrue(Files.exists(MODULE), "skipped: SoftHSM 2 is not installed (Debian's softhsm2)");
        assumeTrue(isInstalled("pkcs11-tool"), "skipped: pkcs11-tool is not installed (Debian's opensc)");
        assumeTrue(isInstalled("softhsm2-util"), "skipped: softhsm2-util is not installed (Debian's softhsm2)");
        data = Files.write(folder.resolve("data"), DATA);
        tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        execute(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "old",
                "--pin",
                Shell.PIN,
                "--so-pin",
                "12345678");
        shell = new Shell(folder.resolve("tokki")).withPins();
    }

    @Test
    void everyObjectComesAlong() throws Exception {
        tool("--keypairgen", "--key-type", "rsa:2048", "--label", "rsa", "--id", "01");
        tool("--keypairgen", "--key-type", "EC:secp384r1", "--label", "ec", "--id", "02");
        tool("--keygen", "--key-type", "AES:32", "--label", "aes", "--id", "03", "--sensitive");
        tool("--write-object", data.toString(), "--type", "data", "--label", "note", "--private");
        Outcome outcome = shell.run("import", "softhsm", tokens.toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("initialised \"old\"", "6 of 6 objects imported");
        assertThat(shell.run("object", "list").out())
                .containsPattern("private +RSA 2048 +rsa +01 +private, sensitive\n")
                .containsPattern("public +RSA 2048 +rsa +01")
                .containsPattern("private +EC P-384 +ec +02 +private, sensitive\n")
                .containsPattern("public +EC P-384 +ec +02")
                .containsPattern("secret +AES 256 +aes +03 +sensitive\n")
                .containsPattern("data +note +private");
        assertThat(shell.run("object", "export", "note").bytes()).isEqualTo(DATA);
    }

    @Test
    void keysSignAndEncryptTheSameAsInSoftHsm() throws Exception {
        tool("--keypairgen", "--key-type", "rsa:2048", "--label", "rsa", "--id", "01");
        tool("--keypairgen", "--key-type", "EC:edwards25519", "--label", "ed", "--id", "02");
        tool("--keypairgen", "--key-type", "EC:secp256r1", "--label", "ec", "--id", "03");
        tool("--keygen", "--key-type", "AES:16", "--label", "aes", "--id", "04");
        shell.run("import", "softhsm", tokens.toString());

        assertThat(signature("rsa", "SHA256_RSA_PKCS"))
                .isEqualTo(there("--sign", "--id", "01", "--mechanism", "SHA256-RSA-PKCS"));
        assertThat(signature("ed", "EDDSA")).isEqualTo(there("--sign", "--id", "02", "--mechanism", "EDDSA"));
        assertThat(shell.input(DATA)
                        .run("encrypt", "-k", "aes", "-m", "AES_ECB")
                        .bytes())
                .isEqualTo(there("--encrypt", "--id", "04", "--mechanism", "AES-ECB"));

        Path ecdsa = Files.write(folder.resolve("ecdsa"), there("--sign", "--id", "03", "--mechanism", "ECDSA"));
        assertThat(shell.run("verify", "-k", "ec", "-m", "ECDSA", data.toString(), "-s", ecdsa.toString())
                        .code())
                .isEqualTo(ExitCode.DONE);
    }

    /// Nobody's tool makes these; SoftHSM itself is asked, in a process of its own, where it finds its configuration.
    @Test
    void templatesAndAllowedMechanismsComeAlong() throws Exception {
        Path child = folder.resolve("softhsm2.conf");
        Attribute[] template = {
            Attribute.of(Cka.TOKEN, true),
            Attribute.of(Cka.PRIVATE, true),
            Attribute.of(Cka.VALUE_LEN, 16L),
            Attribute.of(Cka.LABEL, "wrapper"),
            Attribute.of(Cka.UNWRAP, true),
            new Attribute(Cka.UNWRAP_TEMPLATE, Value.ofTemplate(List.of(Attribute.of(Cka.LABEL, "from outside")))),
            new Attribute(Cka.ALLOWED_MECHANISMS, Value.ofULongs(Ckm.AES_KEY_WRAP))
        };
        Options options = Options.defaults().environment(Map.of("SOFTHSM2_CONF", child.toString()));
        try (ChildModule module = ChildModule.start(MODULE, options, Duration.ofMinutes(1));
                Application application = Application.initialise(module, InitializeArgs.flags(Ckf.OS_LOCKING_OK))) {
            Token token = application.tokens().stream()
                    .filter(one -> one.info().label().equals("old"))
                    .findFirst()
                    .orElseThrow();
            try (Session session = token.openReadWrite().login(Cku.USER, Shell.PIN)) {
                session.generateKey(Mechanism.of(Ckm.AES_KEY_GEN), template);
            }
        }
        assertThat(shell.run("import", "softhsm", tokens.toString()).err()).isEmpty();
        assertThat(shell.run("object", "show", "wrapper").out())
                .containsPattern("CKA_ALLOWED_MECHANISMS +.*CKM_AES_KEY_WRAP")
                .containsPattern("CKA_UNWRAP_TEMPLATE +.*from outside");
    }

    @Test
    void aWrongPinImportsNothing() {
        Outcome refused = shell.run("import", "softhsm", tokens.toString(), "--from-pin", OTHER_PIN);
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("\"old\"").doesNotContain(OTHER_PIN);
        assertThat(shell.run("token", "list").err()).as("no store yet").contains("token init");
    }

    @Test
    void objectsJoinATokenThatIsThereUnderItsOwnPin() throws Exception {
        tool("--keygen", "--key-type", "AES:16", "--label", "aes", "--id", "04");
        Shell mine =
                new Shell(folder.resolve("tokki")).with("TOKKI_PIN", OTHER_PIN).with("TOKKI_SO_PIN", Shell.SO_PIN);
        mine.run("token", "init", "--label", "mine");
        mine.run("keygen", "ec:P-256", "--label", "ec");
        Outcome outcome = mine.run("import", "softhsm", tokens.toString(), "--token", "mine", "--from-pin", Shell.PIN);
        assertThat(outcome.err()).isEmpty();
        assertThat(mine.run("object", "list").out())
                .containsPattern("secret +AES 128 +aes")
                .contains(" ec ");
    }

    @Test
    void ofSeveralTokensOneMustBeNamed() throws Exception {
        execute(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "second",
                "--pin",
                Shell.PIN,
                "--so-pin",
                "12345678");
        Outcome unclear = shell.run("import", "softhsm", tokens.toString());
        assertThat(unclear.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unclear.err()).contains("--label", "\"old\"", "\"second\"");
        assertThat(shell.run("import", "softhsm", tokens.toString(), "--label", "second")
                        .out())
                .contains("initialised \"second\"");
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        tool("--keygen", "--key-type", "AES:16", "--label", "aes", "--id", "04");
        Path file;
        try (Stream<Path> files = Files.walk(tokens)) {
            file = files.filter(path -> path.toString().endsWith(".object") && !path.endsWith("token.object"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 5));
        assertThat(shell.run("import", "softhsm", tokens.toString()).err())
                .contains(String.valueOf(file.getFileName()), "damaged");
    }

    private byte[] signature(String key, String mechanism) throws IOException {
        Path file = folder.resolve("signature");
        assertThat(shell.run("sign", "-k", key, "-m", mechanism, data.toString(), "-o", file.toString())
                        .err())
                .isEmpty();
        return Files.readAllBytes(file);
    }

    /// {@return what SoftHSM makes of the data}
    private byte[] there(String... command) throws Exception {
        Path out = folder.resolve("out");
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of("--input-file", data.toString(), "--output-file", out.toString()));
        tool(whole.toArray(String[]::new));
        return Files.readAllBytes(out);
    }

    private void tool(String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of("pkcs11-tool", "--module", MODULE.toString()));
        whole.addAll(List.of("--token-label", "old", "--login", "--pin", Shell.PIN));
        whole.addAll(List.of(command));
        execute(whole.toArray(String[]::new));
    }

    private void execute(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        builder.redirectOutput(folder.resolve("output").toFile());
        Process process = builder.start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(String.join(" ", command) + "\n"
                        + Files.readString(folder.resolve("output"), StandardCharsets.ISO_8859_1))
                .isTrue();
    }

    private static boolean isInstalled(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program));
    }
}
