package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// OpenSC's `pkcs11-tool`.
class Pkcs11ToolIT {
    private static final byte[] DATA = "attack at dawn!!attack at dawn!!".getBytes(StandardCharsets.UTF_8);
    private static final String IV = "00112233445566778899aabbccddeeff";

    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void makeKeys() {
        Tool.require(Tool.PKCS11_TOOL);
        desk = new Desk(folder);
        desk.write("data", DATA);
        tool("--keypairgen", "--key-type", "rsa:2048", "--label", "rsa", "--id", "01");
        tool(
                "--keypairgen",
                "--key-type",
                "EC:secp256r1",
                "--label",
                "ec",
                "--id",
                "02",
                "--usage-derive",
                "--usage-sign");
        tool("--keypairgen", "--key-type", "EC:edwards25519", "--label", "ed", "--id", "03");
        tool("--keygen", "--key-type", "AES:32", "--label", "aes", "--id", "04");
        tool("--read-object", "--type", "pubkey", "--id", "01", "-o", "rsa.der");
        tool("--read-object", "--type", "pubkey", "--id", "02", "-o", "ec.der");
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void infoSlotsMechanismsAndObjectsAreListed() {
        assertThat(bare("--show-info").out()).contains("Cryptoki version 3.2", "Manufacturer     Tokki");
        assertThat(bare("--list-slots").out()).contains("token label        : test", "PIN initialized");
        assertThat(bare("--list-token-slots").out()).contains("pin min/max        : 4/255");
        assertThat(bare("--list-mechanisms").out()).contains("RSA-PKCS-KEY-PAIR-GEN", "AES-GCM", "ECDSA-SHA256");
        assertThat(bare("--list-objects").out()).contains("Public Key Object").doesNotContain("Private Key Object");
        assertThat(tool("--list-objects").out()).contains("Private Key Object");
    }

    /// The command that this project began with.
    @Test
    void aKeyPairIsMadeInASlotThatIsNamed() {
        String made = desk.ok(
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
                        "11",
                        "--key-type",
                        "rsa:2048",
                        "--slot",
                        "0")
                .out();
        assertThat(made).contains("Private Key Object; RSA", "Public Key Object; RSA 2048 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:1024", "EC:secp384r1", "EC:secp521r1", "EC:secp256k1", "EC:brainpoolP256r1"})
    void keyPairsOfEveryTypeAreMade(String type) {
        assertThat(tool("--keypairgen", "--key-type", type, "--label", type, "--id", "12")
                        .out())
                .contains("Key pair generated", "sensitive, always sensitive, never extractable, local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES:16", "AES:24", "AES:32", "GENERIC:32"})
    void secretKeysOfEveryTypeAreMade(String type) {
        assertThat(tool("--keygen", "--key-type", type, "--label", type, "--id", "13")
                        .out())
                .contains("Key generated", "length " + type.replaceAll(".*:", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "01, RSA-PKCS",
        "01, SHA1-RSA-PKCS",
        "01, SHA256-RSA-PKCS",
        "01, SHA384-RSA-PKCS",
        "01, SHA512-RSA-PKCS",
        "01, SHA256-RSA-PKCS-PSS",
        "01, SHA512-RSA-PKCS-PSS",
        "02, ECDSA",
        "02, ECDSA-SHA1",
        "02, ECDSA-SHA256",
        "02, ECDSA-SHA384",
        "02, ECDSA-SHA512",
        "03, EDDSA"
    })
    void whatIsSignedIsVerified(String id, String mechanism) {
        tool("--sign", "--mechanism", mechanism, "--id", id, "-i", "data", "-o", "signature");
        assertThat(verify(id, mechanism, "data").out()).contains("Signature is valid");
        desk.write("other", "attack at dusk!!attack at dusk!!");
        assertThat(verify(id, mechanism, "other").out()).contains("Invalid signature");
    }

    @ParameterizedTest
    @CsvSource({"01, SHA256-RSA-PKCS, rsa.der", "02, ECDSA-SHA256, ec.der"})
    void opensslVerifiesASignature(String id, String mechanism, String key) {
        Tool.require(Tool.OPENSSL);
        tool(
                "--sign",
                "--mechanism",
                mechanism,
                "--id",
                id,
                "-i",
                "data",
                "-o",
                "signature",
                "--signature-format",
                "openssl");
        assertThat(desk.ok(
                                "openssl",
                                "dgst",
                                "-sha256",
                                "-keyform",
                                "DER",
                                "-verify",
                                key,
                                "-signature",
                                "signature",
                                "data")
                        .out())
                .contains("Verified OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES-ECB", "AES-CBC", "AES-CBC-PAD"})
    void whatIsEncryptedIsDecrypted(String mechanism) {
        List<String> iv = mechanism.equals("AES-ECB") ? List.of() : List.of("--iv", IV);
        tool(iv, "--encrypt", "--mechanism", mechanism, "--id", "04", "-i", "data", "-o", "ciphertext");
        tool(iv, "--decrypt", "--mechanism", mechanism, "--id", "04", "-i", "ciphertext", "-o", "plain");
        assertThat(desk.read("plain")).isEqualTo(DATA).isNotEqualTo(desk.read("ciphertext"));
    }

    @ParameterizedTest
    @CsvSource({"RSA-PKCS, pkcs1, sha1", "RSA-PKCS-OAEP, oaep, sha256", "RSA-PKCS-OAEP, oaep, sha1"})
    void whatOpensslEncryptsIsDecrypted(String mechanism, String padding, String hash) {
        Tool.require(Tool.OPENSSL);
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "pkeyutl",
                "-encrypt",
                "-pubin",
                "-keyform",
                "DER",
                "-inkey",
                "rsa.der",
                "-in",
                "data",
                "-out",
                "ciphertext",
                "-pkeyopt",
                "rsa_padding_mode:" + padding));
        List<String> parameter = List.of();
        if (padding.equals("oaep")) {
            command.addAll(List.of("-pkeyopt", "rsa_oaep_md:" + hash));
            parameter =
                    List.of("--hash-algorithm", hash.replace("sha1", "SHA-1").replace("sha256", "SHA256"));
        }
        desk.ok(command.toArray(String[]::new));
        tool(parameter, "--decrypt", "--mechanism", mechanism, "--id", "01", "-i", "ciphertext", "-o", "plain");
        assertThat(desk.read("plain")).isEqualTo(DATA);
    }

    @ParameterizedTest
    @CsvSource({"04, AES-CBC-PAD, 32", "01, RSA-PKCS, 256"})
    void aKeyIsWrappedAndUnwrapped(String id, String mechanism, int length) {
        tool("--keygen", "--key-type", "AES:16", "--label", "inner", "--id", "21", "--extractable");
        List<String> iv = mechanism.startsWith("AES") ? List.of("--iv", IV) : List.of();
        tool(iv, "--wrap", "--mechanism", mechanism, "--id", id, "--application-id", "21", "-o", "wrapped");
        assertThat(desk.read("wrapped")).hasSize(length);
        assertThat(tool(
                                iv,
                                "--unwrap",
                                "--mechanism",
                                mechanism,
                                "--id",
                                id,
                                "-i",
                                "wrapped",
                                "--key-type",
                                "AES:",
                                "--application-id",
                                "22",
                                "--application-label",
                                "again")
                        .out())
                .contains("Key unwrapped", "AES length 16");
        tool("--encrypt", "--mechanism", "AES-ECB", "--id", "21", "-i", "data", "-o", "before");
        tool("--encrypt", "--mechanism", "AES-ECB", "--id", "22", "-i", "data", "-o", "after");
        assertThat(desk.read("after")).isEqualTo(desk.read("before"));
        for (String each : List.of("21", "22")) {
            tool("--delete-object", "--type", "secrkey", "--id", each);
        }
    }

    @Test
    void aSecretIsDerivedAsOpensslDerivesIt() {
        Tool.require(Tool.OPENSSL);
        desk.ok("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "peer.pem");
        desk.ok("openssl", "pkey", "-in", "peer.pem", "-pubout", "-outform", "DER", "-out", "peer.der");
        desk.ok("openssl", "pkey", "-pubin", "-inform", "DER", "-in", "ec.der", "-out", "ec.pem");
        desk.ok("openssl", "pkeyutl", "-derive", "-inkey", "peer.pem", "-peerkey", "ec.pem", "-out", "theirs");
        tool("--derive", "--mechanism", "ECDH1-DERIVE", "--id", "02", "-i", "peer.der", "-o", "ours");
        assertThat(desk.read("ours")).hasSize(32).isEqualTo(desk.read("theirs"));
    }

    @Test
    void certificatesKeysAndDataAreWrittenReadAndDeleted() {
        Tool.require(Tool.OPENSSL);
        desk.ok(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "key.pem",
                "-outform",
                "DER",
                "-out",
                "cert.der",
                "-subj",
                "/CN=written",
                "-days",
                "2");
        desk.ok("openssl", "pkey", "-in", "key.pem", "-outform", "DER", "-out", "key.der");
        desk.ok("openssl", "pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "pub.der");
        assertThat(tool("--write-object", "cert.der", "--type", "cert", "--id", "31", "--label", "written")
                        .out())
                .contains("DN: CN=written");
        tool("--write-object", "key.der", "--type", "privkey", "--id", "31", "--label", "written");
        tool("--write-object", "pub.der", "--type", "pubkey", "--id", "31", "--label", "written");
        tool("--write-object", "data", "--type", "data", "--label", "note");
        tool("--read-object", "--type", "cert", "--id", "31", "-o", "cert.out");
        tool("--read-object", "--type", "pubkey", "--id", "31", "-o", "pub.out");
        tool("--read-object", "--type", "data", "--label", "note", "-o", "data.out");
        assertThat(desk.read("cert.out")).isEqualTo(desk.read("cert.der"));
        assertThat(desk.read("pub.out")).isEqualTo(desk.read("pub.der"));
        assertThat(desk.read("data.out")).isEqualTo(DATA);

        tool("--sign", "--mechanism", "SHA256-RSA-PKCS", "--id", "31", "-i", "data", "-o", "signature");
        desk.ok("openssl", "dgst", "-sha256", "-sign", "key.pem", "-out", "theirs", "data");
        assertThat(desk.read("signature")).as("the same key").isEqualTo(desk.read("theirs"));
        for (String type : List.of("cert", "privkey", "pubkey")) {
            tool("--delete-object", "--type", type, "--id", "31");
        }
        assertThat(tool("--list-objects").out()).doesNotContain("written");
    }

    @Test
    void digestsAndRandomBytes() {
        tool("--hash", "--mechanism", "SHA256", "-i", "data", "-o", "digest");
        assertThat(desk.read("digest")).hasSize(32);
        tool("--generate-random", "24", "-o", "random");
        assertThat(desk.read("random")).hasSize(24);
    }

    @Test
    void itsOwnTestsPass() {
        assertThat(tool("--test").all())
                .contains("all 4 digest functions seem to work", "RSA-PKCS: OK", "No errors")
                .doesNotContain("ERR:");
    }

    @Test
    void aForkedChildMayInitialiseAnew() {
        assertThat(tool("--test-fork").all()).doesNotContain("failed").doesNotContain("CKR_");
    }

    @Test
    void aTokenIsInitialisedAndItsPinsAreSetAndChanged(@TempDir Path elsewhere) {
        try (Desk other = new Desk(elsewhere)) {
            String module = other.module();
            other.ok(
                    "pkcs11-tool",
                    "--module",
                    module,
                    "--init-token",
                    "--label",
                    "anew",
                    "--so-pin",
                    Desk.SO_PIN,
                    "--slot",
                    "0");
            other.ok(
                    "pkcs11-tool",
                    "--module",
                    module,
                    "--login",
                    "--login-type",
                    "so",
                    "--so-pin",
                    Desk.SO_PIN,
                    "--init-pin",
                    "--new-pin",
                    "4711");
            other.ok(
                    "pkcs11-tool", "--module", module, "--login", "--pin", "4711", "--change-pin", "--new-pin", "4712");
            assertThat(other.run("pkcs11-tool", "--module", module, "--login", "--pin", "4711", "--list-objects")
                            .all())
                    .contains("CKR_PIN_INCORRECT");
            other.ok("pkcs11-tool", "--module", module, "--login", "--pin", "4712", "--list-objects");
            assertThat(other.ok("pkcs11-tool", "--module", module, "--list-slots")
                            .out())
                    .contains("token label        : anew");
        }
    }

    private static Outcome verify(String id, String mechanism, String data) {
        return tool("--verify", "--mechanism", mechanism, "--id", id, "-i", data, "--signature-file", "signature");
    }

    private static Outcome bare(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pkcs11-tool", "--module", desk.module()));
        command.addAll(List.of(arguments));
        return desk.ok(command.toArray(String[]::new));
    }

    private static Outcome tool(String... arguments) {
        return tool(List.of(), arguments);
    }

    private static Outcome tool(List<String> more, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("pkcs11-tool", "--module", desk.module(), "--login", "--pin", Desk.PIN));
        command.addAll(List.of(arguments));
        command.addAll(more);
        return desk.ok(command.toArray(String[]::new));
    }
}
