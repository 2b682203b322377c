package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenSSH: keys of the token listed, and used through an agent.
class OpenSshIT {
    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void makeKeys() {
        Tool.require(Tool.SSH_KEYGEN, Tool.SSH_AGENT, Tool.PKCS11_TOOL);
        desk = new Desk(folder);
        desk.write("data", "attack at dawn");
        String[][] kinds = {{"rsa", "rsa:2048", "01"}, {"ec", "EC:secp256r1", "02"}};
        for (String[] kind : kinds) {
            desk.ok(
                    "pkcs11-tool",
                    "--module",
                    desk.module(),
                    "--login",
                    "--pin",
                    Desk.PIN,
                    "--keypairgen",
                    "--label",
                    kind[0],
                    "--key-type",
                    kind[1],
                    "--id",
                    kind[2]);
        }
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void publicKeysAreListedWithoutAPin() {
        assertThat(desk.ok("ssh-keygen", "-D", desk.module()).out().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("ssh-rsa ").endsWith(" rsa"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("ecdsa-sha2-nistp256 ").endsWith(" ec"));
    }

    @Test
    void anAgentSignsWithTheTokensKeys() throws IOException {
        Path ask = desk.write("ask", "#!/bin/sh\necho " + Desk.PIN + "\n");
        Files.setPosixFilePermissions(ask, PosixFilePermissions.fromString("rwx------"));
        // The agent loads only libraries of folders that it was told of.
        String started = desk.ok("ssh-agent", "-a", desk.file("agent").toString(), "-P", "/*")
                .out();
        String pid = started.replaceAll("(?s).*SSH_AGENT_PID=(\\d+).*", "$1");
        try {
            desk.with("SSH_AUTH_SOCK", desk.file("agent").toString())
                    .with("SSH_ASKPASS", ask.toString())
                    .with("SSH_ASKPASS_REQUIRE", "force")
                    .with("DISPLAY", ":0");
            assertThat(desk.ok("ssh-add", "-s", desk.module()).all()).contains("Card added");
            List<String> keys = desk.ok("ssh-add", "-L").out().lines().toList();
            assertThat(keys).hasSize(2);
            for (String key : keys) {
                desk.write("key.pub", key + "\n");
                desk.ok("ssh-add", "-T", "key.pub");
                Files.deleteIfExists(desk.file("data.sig"));
                desk.ok("ssh-keygen", "-Y", "sign", "-f", "key.pub", "-n", "file", "data");
                desk.write("allowed", "me " + key + "\n");
                assertThat(desk.ok("sh", "-c", "ssh-keygen -Y verify -f allowed -I me -n file -s data.sig < data")
                                .out())
                        .contains("Good \"file\" signature for me");
            }
            assertThat(desk.ok("ssh-add", "-e", desk.module()).all()).contains("Card removed");
        } finally {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroy);
        }
    }
}
