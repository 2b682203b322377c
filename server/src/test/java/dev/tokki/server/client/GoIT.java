package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Go's `miekg/pkcs11` and `crypto11`, as Debian has them.
class GoIT {
    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void setUp() {
        Tool.require(Tool.GO, Tool.GCC, Tool.MIEKG, Tool.CRYPTO11);
        desk = new Desk(folder)
                .with("GOPATH", "/usr/share/gocode")
                .with("GO111MODULE", "off")
                // Compiling cgo anew takes half a minute: what was compiled is kept beside the other results.
                .with("GOCACHE", Path.of("target/go-cache").toAbsolutePath().toString());
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void keyPairsSignaturesAesAndTlsOfCrypto11() {
        desk.resource("crypto11.go.txt");
        desk.ok("cp", "crypto11.go.txt", "crypto11.go");
        assertThat(desk.ok("go", "run", "crypto11.go", desk.module(), Desk.LABEL, Desk.PIN)
                        .out()
                        .lines())
                .containsExactly(
                        "rsa pkcs1 ok",
                        "rsa pss ok",
                        "rsa oaep ok",
                        "ecdsa ok",
                        "aes gcm ok",
                        "aes cbc ok",
                        "hmac ok",
                        "found again ok",
                        "tls rsa ok",
                        "tls ecdsa ok");
    }

    @Test
    void theFunctionsOfMiekg() {
        desk.resource("miekg.go.txt");
        desk.ok("cp", "miekg.go.txt", "miekg.go");
        assertThat(desk.ok("go", "run", "miekg.go", desk.module(), Desk.PIN)
                        .out()
                        .lines())
                .containsExactly(
                        "version 3.2", "digest ok", "sign ok", "encrypt ok", "wrap ok", "find ok", "32 sessions ok");
    }
}
