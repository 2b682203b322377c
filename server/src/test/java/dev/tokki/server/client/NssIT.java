package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// NSS's `modutil` and `certutil`, and with them what Firefox does.
class NssIT {
    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void addTheModule() throws IOException {
        Tool.require(Tool.CERTUTIL, Tool.MODUTIL);
        desk = new Desk(folder);
        desk.write("pin", Desk.PIN + "\n");
        desk.write("noise", "noise for a generator that has its own all the same, enough of it");
        Files.createDirectory(desk.file("db"));
        desk.ok("certutil", "-N", "-d", "sql:db", "--empty-password");
        assertThat(desk.ok("modutil", "-dbdir", "sql:db", "-add", "tokki", "-libfile", desk.module(), "-force")
                        .all())
                .contains("Module \"tokki\" added");
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void theModuleIsListedWithItsToken() {
        assertThat(desk.ok("modutil", "-dbdir", "sql:db", "-list", "tokki").out())
                .contains(
                        "PKCS #11 Version 3.2",
                        "Token Name: test",
                        "Login Type: Login required",
                        "User Pin: Initialized");
    }

    @ParameterizedTest
    @CsvSource({"nss-rsa, rsa, -g, 2048", "nss-ec, ec, -q, nistp384"})
    void aCertificateIsMadeAndItsKeyIsInTheToken(String name, String type, String option, String value) {
        desk.ok(
                "certutil",
                "-S",
                "-d",
                "sql:db",
                "-h",
                Desk.LABEL,
                "-f",
                "pin",
                "-n",
                name,
                "-s",
                "CN=" + name,
                "-x",
                "-t",
                ",,",
                "-k",
                type,
                option,
                value,
                "-z",
                "noise",
                "-m",
                Integer.toString(name.hashCode() & 0xffff));
        assertThat(desk.ok("certutil", "-L", "-d", "sql:db", "-h", Desk.LABEL, "-f", "pin")
                        .out())
                .containsPattern("test:" + name + " +u,u,u");
        assertThat(desk.ok("certutil", "-K", "-d", "sql:db", "-h", Desk.LABEL, "-f", "pin")
                        .out())
                .containsPattern(type + " +[0-9a-f]{40} +test:" + name);
        desk.ok(
                "certutil",
                "-L",
                "-d",
                "sql:db",
                "-h",
                Desk.LABEL,
                "-f",
                "pin",
                "-n",
                "test:" + name,
                "-a",
                "-o",
                name + ".crt");
        assertThat(desk.file(name + ".crt")).content().startsWith("-----BEGIN CERTIFICATE-----");
        desk.ok(
                "certutil",
                "-R",
                "-d",
                "sql:db",
                "-h",
                Desk.LABEL,
                "-f",
                "pin",
                "-k",
                type,
                option,
                value,
                "-z",
                "noise",
                "-s",
                "CN=again",
                "-a",
                "-o",
                name + ".csr");
        assertThat(desk.file(name + ".csr")).content().contains("-----BEGIN NEW CERTIFICATE REQUEST-----");
        desk.ok("certutil", "-D", "-d", "sql:db", "-h", Desk.LABEL, "-f", "pin", "-n", "test:" + name);
        assertThat(desk.run("certutil", "-L", "-d", "sql:db", "-h", Desk.LABEL, "-f", "pin")
                        .all())
                .doesNotContain("test:" + name + " ");
    }
}
