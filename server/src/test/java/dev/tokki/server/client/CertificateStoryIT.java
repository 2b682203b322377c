package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From an empty token to a web server, as in docs/native.md: a key pair, a certificate it signs for itself, a request
/// that an authority signs, the certificate in the token, and a page fetched over HTTPS.
class CertificateStoryIT {
    @ParameterizedTest
    @CsvSource({"rsa:2048", "EC:secp256r1"})
    void aPageIsServedByAKeyThatNeverLeftTheToken(String type, @TempDir Path folder) {
        Tool.require(Tool.PKCS11_TOOL, Tool.OPENSSL, Tool.OPENSSL_ENGINE, Tool.CURL);
        try (Desk desk = new Desk(folder)) {
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
                    req_extensions = extensions
                    x509_extensions = extensions
                    [name]
                    [extensions]
                    subjectAltName = DNS:localhost
                    """.formatted(desk.module(), Desk.PIN));
            desk.with("OPENSSL_CONF", desk.file("engine.cnf").toString());
            desk.write("page.html", "<p>signed in the token</p>\n");
            String key = "pkcs11:token=test;object=server;type=private";

            desk.ok(
                    "pkcs11-tool",
                    "--module",
                    desk.module(),
                    "--login",
                    "--login-type",
                    "user",
                    "--pin",
                    Desk.PIN,
                    "--keypairgen",
                    "--id",
                    "01",
                    "--label",
                    "server",
                    "--key-type",
                    type,
                    "--slot",
                    "0");
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
                    key,
                    "-subj",
                    "/CN=localhost",
                    "-days",
                    "30",
                    "-out",
                    "own.pem");
            desk.ok(
                    "openssl",
                    "req",
                    "-new",
                    "-engine",
                    "pkcs11",
                    "-keyform",
                    "engine",
                    "-key",
                    key,
                    "-subj",
                    "/CN=localhost",
                    "-out",
                    "request.pem");
            desk.ok(
                    "env",
                    "-u",
                    "OPENSSL_CONF",
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-keyout",
                    "ca.key",
                    "-out",
                    "ca.pem",
                    "-subj",
                    "/CN=authority");
            desk.ok(
                    "env",
                    "-u",
                    "OPENSSL_CONF",
                    "openssl",
                    "x509",
                    "-req",
                    "-in",
                    "request.pem",
                    "-CA",
                    "ca.pem",
                    "-CAkey",
                    "ca.key",
                    "-CAcreateserial",
                    "-copy_extensions",
                    "copy",
                    "-out",
                    "signed.pem");
            desk.ok("openssl", "x509", "-in", "signed.pem", "-outform", "DER", "-out", "signed.der");
            desk.ok(
                    "pkcs11-tool",
                    "--module",
                    desk.module(),
                    "--login",
                    "--pin",
                    Desk.PIN,
                    "--write-object",
                    "signed.der",
                    "--type",
                    "cert",
                    "--id",
                    "01",
                    "--label",
                    "server");
            desk.ok(
                    "pkcs11-tool",
                    "--module",
                    desk.module(),
                    "--read-object",
                    "--type",
                    "cert",
                    "--id",
                    "01",
                    "-o",
                    "read.der");
            assertThat(desk.read("read.der")).isEqualTo(desk.read("signed.der"));

            assertThat(page(desk, key, "own.pem", "own.pem")).isEqualTo("<p>signed in the token</p>\n");
            assertThat(page(desk, key, "signed.pem", "ca.pem")).isEqualTo("<p>signed in the token</p>\n");
        }
    }

    private static String page(Desk desk, String key, String certificate, String trusted) {
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
                key,
                "-cert",
                certificate,
                "-accept",
                "127.0.0.1:" + port,
                "-WWW")) {
            return desk.ok(
                            "curl",
                            "-s",
                            "--noproxy",
                            "*",
                            "--resolve",
                            "localhost:" + port + ":127.0.0.1",
                            "--cacert",
                            trusted,
                            "https://localhost:" + port + "/page.html")
                    .out();
        }
    }
}
