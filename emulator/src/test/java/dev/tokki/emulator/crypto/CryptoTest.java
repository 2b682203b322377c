package dev.tokki.emulator.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class CryptoTest {
    @Test
    void jdkServesFirstAndBouncyCastleWhatItLacks() {
        Crypto crypto = Crypto.of(Selection.PURE_JAVA);
        crypto.digest("SHA-256");
        crypto.cipher("AES/GCM/NoPadding");
        crypto.hmac("SHA3-256", new SecretKeySpec(new byte[16], "HMAC"));
        crypto.mac("AESCMAC", new SecretKeySpec(new byte[16], "AES"));
        assertThat(crypto.choices())
                .containsExactly(
                        new Crypto.Choice("Cipher", "AES/GCM/NoPadding", "SunJCE"),
                        new Crypto.Choice("Mac", "AESCMAC", "BC"),
                        new Crypto.Choice("Mac", "HmacSHA3-256", "SunJCE"),
                        new Crypto.Choice("MessageDigest", "SHA-256", "SUN"));
    }

    @Test
    void bouncyCastleAloneServesEverything() {
        Crypto crypto = Crypto.bouncyCastle();
        crypto.digest("SHA3-512");
        crypto.cipher("AES/CTR/NoPadding");
        assertThat(crypto.choices()).extracting(Crypto.Choice::provider).containsOnly("BC");
    }

    @Test
    void theAcceleratorIsAskedFirstWhereItIsPresentAndOnlyWhereItIsFaster() {
        Crypto crypto = Crypto.fastest();
        String first = Crypto.isAccelerated() ? "AmazonCorrettoCryptoProvider" : "SunJCE";
        assertThat(crypto.serving("Cipher", "AES/GCM/NoPadding").provider()).isEqualTo(first);
        assertThat(crypto.serving("Cipher", "AES/ECB/NoPadding").provider()).isEqualTo("SunJCE");
        assertThat(crypto.serving("MessageDigest", "SHA-256").provider()).isEqualTo("SUN");
        assertThat(crypto.pureJava().serving("Cipher", "AES/GCM/NoPadding").provider())
                .isEqualTo("SunJCE");
        assertThat(Crypto.accelerator()).isNotBlank();
    }

    @Test
    void curvesAreTheLightweightApisWithoutAnAccelerator() {
        Crypto crypto = Crypto.of(Selection.PURE_JAVA);
        assertThat(crypto.serving("Signature", "ECDSA on P-256").provider()).isEqualTo("Bouncy Castle, lightweight");
        assertThat(crypto.serving("Signature", "Ed25519").provider()).isEqualTo("Bouncy Castle, lightweight");
    }

    @Test
    void choicesOfAMechanismAreApartAndKnownToAll() {
        Crypto crypto = Crypto.bouncyCastle();
        Crypto.Choice own = new Crypto.Choice("Mac", "own", "Tokki");
        crypto.of(1, type -> List.of(own)).digest("SHA-256");
        Crypto.Choice asked = new Crypto.Choice("MessageDigest", "SHA-256", "BC");
        assertThat(crypto.choicesOfMechanisms()).containsOnly(Map.entry(1L, List.of(own, asked)));
        assertThat(crypto.choices()).containsExactly(own, asked);
    }

    @Test
    void thePropertyNamesASelection() {
        assertThat(Selection.find("bouncy-castle")).contains(Selection.BOUNCY_CASTLE);
        assertThat(Selection.find("bouncy")).isEmpty();
    }

    @Test
    void piecesGiveWhatOneCallGives() throws Exception {
        Cipher whole = Cipher.getInstance("AES/CTR/NoPadding");
        Cipher pieces = Cipher.getInstance("AES/CTR/NoPadding");
        javax.crypto.spec.SecretKeySpec key = new javax.crypto.spec.SecretKeySpec(new byte[16], "AES");
        javax.crypto.spec.IvParameterSpec iv = new javax.crypto.spec.IvParameterSpec(new byte[16]);
        whole.init(Cipher.ENCRYPT_MODE, key, iv);
        pieces.init(Cipher.ENCRYPT_MODE, key, iv);
        byte[] data = new byte[100_001];
        assertThat(Pieces.finish(pieces, data, data.length)).isEqualTo(whole.doFinal(data));
    }

    /// NIST CAVP, SP 800-135 ANS X9.63 (CAVS 12.0): SHA-256, 192 bits shared, 128 bits derived, no shared data.
    @Test
    void x963KnownAnswer() {
        byte[] derived = KeyDerivation.X963.derive(
                "SHA-256",
                Bytes.hex("96c05619d56c328ab95fe84b18264b08725b85e33fd34f08").array(),
                new byte[0],
                16);
        assertThat(Bytes.of(derived).hex()).isEqualTo("443024c3dae66b95e6f5670601558f71");
    }

    /// The two functions differ in where the counter stands.
    @Test
    void counterStandsBehindTheSecretInX963AndBeforeItInSp80056a() throws Exception {
        byte[] secret = {1, 2, 3};
        byte[] shared = {9};
        byte[] first = java.security.MessageDigest.getInstance("SHA-384").digest(new byte[] {1, 2, 3, 0, 0, 0, 1, 9});
        byte[] second = java.security.MessageDigest.getInstance("SHA-384").digest(new byte[] {0, 0, 0, 1, 1, 2, 3, 9});
        assertThat(KeyDerivation.X963.derive("SHA-384", secret, shared, 60)).startsWith(first);
        assertThat(KeyDerivation.SP800_56A.derive("SHA-384", secret, shared, 60))
                .startsWith(second);
    }

    /// Loading Bouncy Castle costs a fresh JVM a tenth of a second and more, so what the JDK does must not load it.
    @Test
    void bouncyCastleIsNotLoadedForWhatTheJdkDoes() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xlog:class+load:stdout",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path").replace(";", File.pathSeparator),
                        "dev.tokki.emulator.mechanism.WithoutBouncyCastle"))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains(WITNESS);
        assertThat(output.lines()
                        .filter(line -> line.contains(" org.bouncycastle."))
                        .limit(3))
                .isEmpty();
        assertThat(process.exitValue()).isZero();
    }

    private static final String WITNESS = "dev.tokki.emulator.mechanism.MechanismTable";
}
