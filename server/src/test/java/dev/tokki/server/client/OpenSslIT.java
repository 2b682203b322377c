package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// OpenSSL with libp11's engine, and, where Debian has it, with pkcs11-provider.
class OpenSslIT {
    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void makeKeys() {
        Tool.require(Tool.OPENSSL, Tool.PKCS11_TOOL);
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
            desk.ok(
                    "pkcs11-tool",
                    "--module",
                    desk.module(),
                    "--read-object",
                    "--type",
                    "pubkey",
                    "--id",
                    kind[2],
                    "-o",
                    kind[0] + ".der");
            desk.ok("openssl", "pkey", "-pubin", "-inform", "DER", "-in", kind[0] + ".der", "-out", kind[0] + ".pub");
        }
        desk.write("engine.cnf", """
                openssl_conf = init
                [init]
                engines = engines
                [engines]
                pkcs11 = pkcs11
                [pkcs11]
                engine_id = pkcs11
                MODULE_PATH = %s
                PIN = %s
                init = 0
                [req]
                distinguished_name = name
                x509_extensions = extensions
                [name]
                [extensions]
                subjectAltName = DNS:localhost
                """.formatted(desk.module(), Desk.PIN));
        desk.write("provider.cnf", """
                openssl_conf = init
                [init]
                providers = providers
                [providers]
                default = default
                pkcs11 = pkcs11
                [default]
                activate = 1
                [pkcs11]
                pkcs11-module-path = %s
                pkcs11-module-token-pin = %s
                activate = 1
                [req]
                distinguished_name = name
                [name]
                """.formatted(desk.module(), Desk.PIN));
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void aKeySignsItsCertificateAndARequest(String key) {
        engine();
        desk.ok(
                "openssl",
                "req",
                "-new",
                "-x509",
                "-engine",
                "pkcs11",
                "-keyform",
                "engine",
                "-key",
                url(key),
                "-subj",
                "/CN=localhost",
                "-out",
                key + ".crt");
        assertThat(desk.ok("openssl", "verify", "-CAfile", key + ".crt", key + ".crt")
                        .out())
                .contains("OK");
        desk.ok(
                "openssl",
                "req",
                "-new",
                "-engine",
                "pkcs11",
                "-keyform",
                "engine",
                "-key",
                url(key),
                "-subj",
                "/CN=localhost",
                "-out",
                key + ".csr");
        assertThat(desk.ok("openssl", "req", "-verify", "-noout", "-in", key + ".csr")
                        .all())
                .contains("verify OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void aSignatureOfTheTokensIsVerifiedOutside(String key) {
        engine();
        desk.ok(
                "openssl",
                "dgst",
                "-engine",
                "pkcs11",
                "-keyform",
                "engine",
                "-sha256",
                "-sign",
                url(key),
                "-out",
                "sig",
                "data");
        assertThat(desk.ok("openssl", "dgst", "-sha256", "-verify", key + ".pub", "-signature", "sig", "data")
                        .out())
                .contains("Verified OK");
    }

    @Test
    void pssAndOaepGoThroughTheEngine() {
        engine();
        desk.ok("openssl", "dgst", "-sha256", "-binary", "-out", "digest", "data");
        desk.ok(
                "openssl",
                "pkeyutl",
                "-engine",
                "pkcs11",
                "-keyform",
                "engine",
                "-sign",
                "-inkey",
                url("rsa"),
                "-pkeyopt",
                "rsa_padding_mode:pss",
                "-pkeyopt",
                "digest:sha256",
                "-in",
                "digest",
                "-out",
                "sig");
        assertThat(desk.ok(
                                "openssl",
                                "pkeyutl",
                                "-verify",
                                "-pubin",
                                "-inkey",
                                "rsa.pub",
                                "-pkeyopt",
                                "rsa_padding_mode:pss",
                                "-pkeyopt",
                                "digest:sha256",
                                "-in",
                                "digest",
                                "-sigfile",
                                "sig")
                        .all())
                .contains("Signature Verified Successfully");
        desk.ok(
                "openssl",
                "pkeyutl",
                "-encrypt",
                "-pubin",
                "-inkey",
                "rsa.pub",
                "-pkeyopt",
                "rsa_padding_mode:oaep",
                "-in",
                "data",
                "-out",
                "ciphertext");
        assertThat(desk.ok(
                                "openssl",
                                "pkeyutl",
                                "-engine",
                                "pkcs11",
                                "-keyform",
                                "engine",
                                "-decrypt",
                                "-inkey",
                                url("rsa"),
                                "-pkeyopt",
                                "rsa_padding_mode:oaep",
                                "-in",
                                "ciphertext")
                        .out())
                .isEqualTo("attack at dawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void aServerHasItsKeyInTheToken(String key) {
        engine();
        desk.ok(
                "openssl",
                "req",
                "-new",
                "-x509",
                "-engine",
                "pkcs11",
                "-keyform",
                "engine",
                "-key",
                url(key),
                "-subj",
                "/CN=localhost",
                "-out",
                key + ".crt");
        int port = Desk.freePort();
        try (Desk.Service _ = desk.serve(
                port,
                "openssl",
                "s_server",
                "-engine",
                "pkcs11",
                "-keyform",
                "engine",
                "-key",
                url(key),
                "-cert",
                key + ".crt",
                "-accept",
                "127.0.0.1:" + port,
                "-www")) {
            assertThat(desk.ok(
                                    "openssl",
                                    "s_client",
                                    "-connect",
                                    "127.0.0.1:" + port,
                                    "-CAfile",
                                    key + ".crt",
                                    "-brief")
                            .all())
                    .contains("TLSv1.3", "Verification: OK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void aSignatureGoesThroughTheProvider(String key) {
        Tool.require(Tool.OPENSSL_PROVIDER);
        desk.with("OPENSSL_CONF", desk.file("provider.cnf").toString());
        desk.ok("openssl", "dgst", "-sha256", "-sign", url(key), "-out", "sig", "data");
        assertThat(desk.ok("openssl", "dgst", "-sha256", "-verify", key + ".pub", "-signature", "sig", "data")
                        .out())
                .contains("Verified OK");
        desk.ok("openssl", "req", "-new", "-key", url(key), "-subj", "/CN=localhost", "-out", "p.csr");
        assertThat(desk.ok("openssl", "req", "-verify", "-noout", "-in", "p.csr")
                        .all())
                .contains("verify OK");
    }

    private static void engine() {
        Tool.require(Tool.OPENSSL_ENGINE);
        desk.with("OPENSSL_CONF", desk.file("engine.cnf").toString());
    }

    private static String url(String key) {
        return "pkcs11:token=" + Desk.LABEL + ";object=" + key + ";type=private";
    }
}
