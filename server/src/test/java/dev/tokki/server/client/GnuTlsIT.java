package dev.tokki.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.emulator.TokenPlan;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.token.TokenPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// GnuTLS's `p11tool` and `certtool`.
class GnuTlsIT {
    private static final String TOKEN = "pkcs11:token=" + Desk.LABEL;
    private static final String[] HISTORICAL = {
        "CKM_CDMF_*", "CKM_SKIPJACK_*", "CKM_RC2_*", "CKM_RC4*", "CKM_RC5_*", "CKM_DES_*", "CKM_IDEA_*", "CKM_WTLS_*"
    };

    @TempDir
    private static Path folder;

    private static Desk desk;

    @BeforeAll
    static void setUp() {
        Tool.require(Tool.P11TOOL, Tool.CERTTOOL);
        desk = new Desk(folder).with("GNUTLS_PIN", Desk.PIN).with("GNUTLS_SO_PIN", Desk.SO_PIN);
        desk.write("template", """
                cn = localhost
                dns_name = localhost
                tls_www_server
                ca
                cert_signing_key
                signing_key
                expiration_days = 10
                """);
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void theTokenIsListedWithItsUrl() {
        assertThat(p11tool("--list-tokens").out()).contains(";token=test", "Manufacturer: Tokki", "Requires login");
    }

    /// GnuTLS lists no mechanisms of a token that has more than 400 of them; a token can offer fewer.
    @Test
    void theMechanismsAreListedOfATokenWithoutTheHistoricalOnes(@TempDir Path elsewhere) {
        TokenPolicy policy = TokenPolicy.standard().withOffer(Offer.everything().without(HISTORICAL));
        TokenPlan plan = TokenPlan.ready("fewer", Desk.SO_PIN, Desk.PIN).withPolicy(policy);
        try (Desk other = new Desk(elsewhere, plan)) {
            assertThat(other.ok("p11tool", "--provider", other.module(), "--list-mechanisms", "pkcs11:token=fewer")
                            .out())
                    .contains("CKM_ECDSA", "CKM_AES_CBC")
                    .doesNotContain("CKM_SKIPJACK", "CKM_DES_", "CKM_RC5");
        }
    }

    @ParameterizedTest
    @CsvSource({"rsa, --generate-rsa, --bits, 2048", "ec, --generate-ecc, --curve, secp384r1"})
    void aKeyPairIsMadeSignsItsCertificateAndIsFoundAgain(String label, String how, String option, String value) {
        p11tool("--login", how, option, value, "--label", label, "--outfile", label + ".pub", TOKEN);
        String ofPrivate = TOKEN + ";object=" + label + ";type=private";
        assertThat(p11tool("--login", "--test-sign", ofPrivate).all())
                .contains("Verifying against public key in the token... ok");
        desk.ok(
                "certtool",
                "--provider",
                desk.module(),
                "--generate-self-signed",
                "--load-privkey",
                ofPrivate,
                "--load-pubkey",
                TOKEN + ";object=" + label + ";type=public",
                "--template",
                "template",
                "--outfile",
                label + ".crt");
        desk.ok("certtool", "--verify", "--load-ca-certificate", label + ".crt", "--infile", label + ".crt");
        p11tool("--login", "--write", "--load-certificate", label + ".crt", "--label", label, TOKEN);
        assertThat(p11tool("--login", "--list-all", TOKEN).out()).contains("object=" + label + ";type=cert");
        assertThat(p11tool("--export", TOKEN + ";object=" + label + ";type=cert")
                        .out())
                .contains("-----BEGIN CERTIFICATE-----");
        p11tool("--login", "--batch", "--delete", TOKEN + ";object=" + label + ";type=cert");
        assertThat(p11tool("--login", "--list-all", TOKEN).out()).doesNotContain("object=" + label + ";type=cert");
    }

    @Test
    void aPrivateKeyOfAFileIsWrittenAndASecretKeyToo() {
        desk.ok(
                "certtool",
                "--generate-privkey",
                "--key-type",
                "ecdsa",
                "--curve",
                "secp256r1",
                "--outfile",
                "key.pem");
        p11tool("--login", "--write", "--load-privkey", "key.pem", "--label", "written", TOKEN);
        assertThat(p11tool("--login", "--list-privkeys", TOKEN).out()).contains("object=written;type=private");
        p11tool("--login", "--write", "--secret-key", "000102030405060708090a0b0c0d0e0f", "--label", "secret", TOKEN);
        assertThat(p11tool("--login", "--list-all", TOKEN).out()).contains("object=secret;type=secret-key");
    }

    /// GnuTLS of this age knows the points of Edwards curves in DER only; the token can be told to have them so.
    @Test
    void anEdwardsKeyIsExportedUnderTheReadingOfOlderPrograms(@TempDir Path elsewhere) {
        Tool.require(Tool.OPENSSL, Tool.PKCS11_TOOL);
        TokenPolicy policy = TokenPolicy.standard().withReading(OtherReading.EDWARDS_POINT_IN_DER);
        TokenPlan plan = TokenPlan.ready("old", Desk.SO_PIN, Desk.PIN).withPolicy(policy);
        try (Desk other = new Desk(elsewhere, plan).with("GNUTLS_PIN", Desk.PIN)) {
            other.write("data", "attack at dawn");
            String module = other.module();
            other.ok(
                    "pkcs11-tool",
                    "--module",
                    module,
                    "--login",
                    "--pin",
                    Desk.PIN,
                    "--keypairgen",
                    "--key-type",
                    "EC:edwards25519",
                    "--id",
                    "03",
                    "--label",
                    "ed");
            other.ok(
                    "pkcs11-tool",
                    "--module",
                    module,
                    "--login",
                    "--pin",
                    Desk.PIN,
                    "--sign",
                    "--mechanism",
                    "EDDSA",
                    "--id",
                    "03",
                    "-i",
                    "data",
                    "-o",
                    "signature");
            other.ok(
                    "p11tool",
                    "--provider",
                    module,
                    "--login",
                    "--export-pubkey",
                    "--outfile",
                    "ed.pem",
                    "pkcs11:token=old;object=ed;type=public");
            assertThat(other.ok(
                                    "openssl",
                                    "pkeyutl",
                                    "-verify",
                                    "-pubin",
                                    "-inkey",
                                    "ed.pem",
                                    "-rawin",
                                    "-in",
                                    "data",
                                    "-sigfile",
                                    "signature")
                            .all())
                    .contains("Signature Verified Successfully");
        }
    }

    @Test
    void randomBytesComeFromTheToken() {
        assertThat(p11tool("--generate-random", "16", "--outfile", "random", TOKEN)
                        .code())
                .isZero();
        assertThat(desk.read("random")).hasSize(16);
    }

    private static Outcome p11tool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("p11tool", "--provider", desk.module()));
        command.addAll(List.of(arguments));
        return desk.ok(command.toArray(String[]::new));
    }
}
