package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Java's own provider in a JVM of its own: the one that runs this test, and the machine's default one.
class JavaIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"of this test", "default"})
    void keytoolMakesListsAndCertifiesAPair(String which) {
        Path jdk = jdk(which);
        try (Desk desk = new Desk(folder)) {
            desk.write("token.cfg", configuration(desk));
            keytool(
                    desk,
                    jdk,
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-alias",
                    "server",
                    "-dname",
                    "CN=localhost");
            assertThat(keytool(desk, jdk, "-list").out()).contains("server, PrivateKeyEntry");
            assertThat(keytool(desk, jdk, "-certreq", "-alias", "server").out())
                    .contains("-----BEGIN NEW CERTIFICATE REQUEST-----");
            assertThat(keytool(desk, jdk, "-exportcert", "-rfc", "-alias", "server")
                            .out())
                    .contains("-----BEGIN CERTIFICATE-----");
            keytool(desk, jdk, "-delete", "-alias", "server");
            assertThat(keytool(desk, jdk, "-list").out()).doesNotContain("server, PrivateKeyEntry");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"of this test", "default"})
    void aProgramSignsEncryptsAgreesAndServesTls(String which) {
        Path jdk = jdk(which);
        try (Desk desk = new Desk(folder)) {
            desk.write("token.cfg", configuration(desk));
            desk.resource("TokenProgram.java.txt");
            desk.ok("cp", "TokenProgram.java.txt", "TokenProgram.java");
            assertThat(desk.ok(jdk.resolve("bin/java").toString(), "TokenProgram.java", "token.cfg", Desk.PIN)
                            .out()
                            .lines())
                    .containsExactly(
                            "ECDSA ok",
                            "RSA ok",
                            "PSS ok",
                            "GCM ok",
                            "CBC ok",
                            "HMAC ok",
                            "ECDH ok",
                            "key store ok",
                            "TLSv1.3 ok");
        }
    }

    private static Outcome keytool(Desk desk, Path jdk, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-storetype",
                "PKCS11",
                "-keystore",
                "NONE",
                "-storepass",
                Desk.PIN,
                "-addprovider",
                "SunPKCS11",
                "-providerarg",
                "token.cfg"));
        return desk.ok(command.toArray(String[]::new));
    }

    private static String configuration(Desk desk) {
        return """
                name = tokki
                library = %s
                slot = 0
                attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
                  CKA_DERIVE = true
                }
                """.formatted(desk.module());
    }

    private static Path jdk(String which) {
        if (which.equals("default")) {
            Tool.require(Tool.DEFAULT_JDK);
            try {
                return Path.of(Tool.DEFAULT_JDK.path())
                        .toRealPath()
                        .resolve("../..")
                        .normalize();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Path home = Path.of(System.getProperty("java.home"));
        assumeTrue(Files.exists(home.resolve("bin/keytool")), "skipped: " + home + " has no keytool");
        return home;
    }
}
