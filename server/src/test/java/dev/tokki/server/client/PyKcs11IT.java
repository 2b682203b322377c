package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PyKCS11, Python's wrapper.
class PyKcs11IT {
    @Test
    void pairsSecretKeysDigestsAndAttributes(@TempDir Path folder) {
        Tool.require(Tool.PYKCS11);
        try (Desk desk = new Desk(folder)) {
            Path program = desk.resource("pykcs11.py");
            assertThat(desk.ok("/usr/bin/python3", program.toString(), desk.module(), Desk.PIN)
                            .out()
                            .lines())
                    .containsExactly(
                            "version (3, 2)",
                            "rsa True",
                            "oaep b'attack at dawn'",
                            "ec True",
                            "gcm b'attack at dawn'",
                            "wrap True",
                            "digest True",
                            "attributes True",
                            "refused CKR_USER_NOT_LOGGED_IN (0x00000101)");
        }
    }
}
