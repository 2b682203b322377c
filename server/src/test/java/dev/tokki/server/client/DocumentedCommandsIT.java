package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.emulator.TokenPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands of docs/native.md, run as they stand there.
class DocumentedCommandsIT {
    private static final Map<String, List<Tool>> NEEDED = Map.of(
            "pkcs11-tool", List.of(Tool.PKCS11_TOOL, Tool.OPENSSL),
            "OpenSSL with the engine", List.of(Tool.OPENSSL, Tool.OPENSSL_ENGINE, Tool.CURL),
            "OpenSSL with the provider", List.of(Tool.OPENSSL, Tool.OPENSSL_PROVIDER),
            "GnuTLS", List.of(Tool.P11TOOL),
            "NSS and Firefox", List.of(Tool.CERTUTIL, Tool.MODUTIL),
            "OpenSSH", List.of(Tool.SSH_KEYGEN, Tool.SSH_AGENT),
            "p11-kit", List.of(Tool.P11_KIT),
            "Java", List.of(Tool.DEFAULT_JDK),
            "Go", List.of(Tool.GO, Tool.GCC, Tool.CRYPTO11),
            "Python", List.of(Tool.PYKCS11));

    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void setUp() throws IOException {
        Tool.require(Tool.PKCS11_TOOL, Tool.OPENSSL);
        desk = new Desk(folder, TokenPlan.ready("demo", Desk.SO_PIN, Desk.PIN));
        desk.with("MODULE", desk.module()).with("PIN", Desk.PIN);
        desk.with("GOCACHE", Path.of("target/go-cache").toAbsolutePath().toString());
        run("pkcs11-tool");
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OpenSSL with the engine",
                "OpenSSL with the provider",
                "GnuTLS",
                "NSS and Firefox",
                "OpenSSH",
                "p11-kit",
                "Java",
                "Go",
                "Python"
            })
    void theCommandsOfASectionWork(String section) throws IOException {
        Tool.require(NEEDED.getOrDefault(section, List.of()).toArray(Tool[]::new));
        run(section);
    }

    @Test
    void everySectionIsRun() throws IOException {
        String commands = page().split("## Commands to paste", 2)[1].split("\n## ", 2)[0];
        Matcher headings = Pattern.compile("(?m)^### (.*)$").matcher(commands);
        assertThat(headings.results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(NEEDED.keySet());
    }

    private static void run(String section) throws IOException {
        String rest = page().split("(?m)^### " + Pattern.quote(section) + "$", 2)[1];
        String commands = rest.split("(?m)^```sh\n", 2)[1].split("(?m)^```$", 2)[0];
        Path script = desk.write("section.sh", commands.replace("8443", Integer.toString(Desk.freePort())));
        desk.ok("bash", "-e", script.toString());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "native.md"));
    }
}
