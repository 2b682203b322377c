package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.cli.Shell.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys of files and key stores go into the token, and out of it where their attributes allow that.
class ImportTest {
    private static final byte[] DATA = "attack at dawn".getBytes(StandardCharsets.UTF_8);
    private static final String PASSPHRASE = "a-passphrase";

    private static KeyPair rsa;

    @TempDir
    private Path folder;

    private Shell shell;
    private Path data;

    @BeforeAll
    static void makeAnRsaPair() throws Exception {
        rsa = pair("RSA");
    }

    @BeforeEach
    void initialise() throws IOException {
        shell = new Shell(folder).withPins().with("TOKKI_PASSPHRASE", PASSPHRASE);
        data = Files.write(folder.resolve("data"), DATA);
        run("token", "init", "--label", "demo");
    }

    @ParameterizedTest
    @CsvSource({"RSA, SHA256withRSA", "EC, SHA256withECDSA", "Ed25519, Ed25519"})
    void aPemKeySignsInTheTokenAsItDoesOutside(String algorithm, String signing) throws Exception {
        KeyPair pair = algorithm.equals("RSA") ? rsa : pair(algorithm);
        Path file = write("key.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        assertThat(run("import", "pem", file.toString()).err()).isEmpty();
        assertSigns("key", signing, pair.getPublic());
    }

    @Test
    void keyAndCertificateOfOneFileGetTheSameIdAndThePublicKeyBesides() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        Path file = write(
                "server.pem",
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("CERTIFICATE", certificate(pair, "CN=localhost").getEncoded()));
        assertThat(run("import", "pem", file.toString()).out()).contains("3 of 3 objects imported");
        String list = run("object", "list").out();
        assertThat(list)
                .containsPattern("private +EC P-384 +server +[0-9a-f]{40}")
                .containsPattern("public +EC P-384 +server +[0-9a-f]{40}")
                .containsPattern("cert +X_509 +server +[0-9a-f]{40}");
        assertThat(list.lines().skip(1).map(line -> line.replaceAll(".*\\b([0-9a-f]{40})\\b.*", "$1")))
                .as("all ids")
                .hasSize(3)
                .containsOnly(
                        list.lines().skip(1).findFirst().orElseThrow().replaceAll(".*\\b([0-9a-f]{40})\\b.*", "$1"));
        assertSigns("server", "SHA256withECDSA", pair.getPublic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PBEWithHmacSHA256AndAES_256", "PBEWithHmacSHA1AndAES_128"})
    void anEncryptedKeyIsImportedWithItsPassphraseOnly(String cipher) throws Exception {
        KeyPair pair = rsa;
        Path file = write("key.pem", pem("ENCRYPTED PRIVATE KEY", encrypted(pair.getPrivate(), cipher)));
        Outcome refused = run("import", "pem", file.toString(), "--passphrase", "another");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("passphrase").doesNotContain("another");
        assertThat(run("import", "pem", file.toString()).err()).isEmpty();
        assertSigns("key", "SHA256withRSA", pair.getPublic());
    }

    @Test
    void keysInTheirOldFormsAreImported() throws Exception {
        byte[] inside = PrivateKeyInfo.getInstance(rsa.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        Path file = write("old.pem", pem("RSA PRIVATE KEY", inside));
        assertThat(run("import", "pem", file.toString()).err()).isEmpty();
        assertSigns("old", "SHA256withRSA", rsa.getPublic());
    }

    @ParameterizedTest
    @CsvSource({"PKCS12, pkcs12", "JKS, jks", "JCEKS, jceks"})
    void aKeyStoreIsImportedWithItsChainUnderTheNamesOfItsEntries(String type, String command) throws Exception {
        KeyPair pair = rsa;
        KeyPair authority = KeyPairGenerator.getInstance("EC").generateKeyPair();
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        Certificate[] chain = {certificate(pair, "CN=leaf")};
        store.setKeyEntry("server", pair.getPrivate(), PASSPHRASE.toCharArray(), chain);
        store.setCertificateEntry("authority", certificate(authority, "CN=root"));
        Path file = save(store, "store");

        assertThat(run("import", command, file.toString(), "--passphrase", "another")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("import", command, file.toString()).out()).contains("4 of 4 objects imported");
        assertThat(run("object", "list").out())
                .containsPattern("private +RSA \\d+ +server")
                .containsPattern("cert +X_509 +server")
                .containsPattern("cert +X_509 +authority");
        assertThat(run("object", "export", "server", "--class", "cert", "--der").bytes())
                .isEqualTo(chain[0].getEncoded());
        assertSigns("server", "SHA256withRSA", pair.getPublic());
    }

    @Test
    void aSecretKeyOfAKeyStoreEncryptsInTheTokenAsItDoesOutside() throws Exception {
        byte[] value = new byte[32];
        new SecureRandom().nextBytes(value);
        SecretKey key = new SecretKeySpec(value, "AES");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "box", new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(PASSPHRASE.toCharArray()));
        run("import", "p12", save(store, "store.p12").toString());
        byte[] ciphertext = shell.input(new byte[16])
                .run("encrypt", "-k", "box", "-m", "AES_ECB")
                .bytes();
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        assertThat(ciphertext).isEqualTo(cipher.doFinal(new byte[16]));
    }

    @ParameterizedTest
    @CsvSource({"rsa:2048, RSA", "ec:P-384, EC", "ed25519, Ed25519", "x25519, X25519"})
    void aReadablePrivateKeyIsExportedAsPkcs8(String kind, String algorithm) throws Exception {
        run("keygen", kind, "--label", "open", "--extractable", "--set", "sensitive=false");
        byte[] der =
                run("object", "export", "open", "--class", "private", "--der").bytes();
        PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        assertThat(key.getAlgorithm()).isIn(algorithm, "EdDSA", "XDH");
        assertThat(run("object", "export", "open", "--class", "private").out())
                .startsWith("-----BEGIN PRIVATE KEY-----");
        if (kind.startsWith("rsa") || kind.startsWith("ec")) {
            byte[] half = run("object", "export", "open", "--der").bytes();
            PublicKey other = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(half));
            Signature signature = Signature.getInstance("SHA256with" + (algorithm.equals("EC") ? "ECDSA" : "RSA"));
            signature.initSign(key);
            signature.update(DATA);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(DATA);
            assertThat(signature.verify(signed)).isTrue();
        }
    }

    @Test
    void aReadableSecretKeyIsExportedAsItIs() {
        run("keygen", "aes:256", "--label", "open", "--extractable", "--set", "sensitive=false");
        assertThat(run("object", "export", "open", "--class", "secret").bytes()).hasSize(32);
    }

    @Test
    void aKeyThatIsSensitiveOrNotExtractableStaysInTheToken() {
        run("keygen", "aes:256", "--label", "shut");
        run("keygen", "aes:256", "--label", "wrappable", "--extractable");
        Outcome shut = run("object", "export", "shut", "--class", "secret");
        assertThat(shut.code()).isEqualTo(ExitCode.USAGE);
        assertThat(shut.err()).contains("CKA_EXTRACTABLE is false");
        assertThat(run("object", "export", "wrappable", "--class", "secret").err())
                .contains("CKA_SENSITIVE is true", "tokki wrap");
    }

    @Test
    void whatIsNoKeyIsRefusedInOneLineThatQuotesNothing() throws IOException {
        Path secret = write("secret.pem", pem("PRIVATE KEY", DATA));
        for (String[] command : new String[][] {
            {"import", "pem", data.toString()},
            {"import", "pem", secret.toString()},
            {"import", "pkcs12", data.toString()},
            {"import", "pkcs12", folder.resolve("none").toString()},
            {"import", "softhsm", folder.toString()},
            {"import", "softhsm", folder.resolve("none").toString()},
        }) {
            Outcome refused = run(command);
            assertThat(refused.code()).as(String.join(" ", command)).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err().lines()).as(String.join(" ", command)).hasSize(1);
            assertThat(refused.err()).doesNotContain("attack", PASSPHRASE);
        }
    }

    private void assertSigns(String label, String algorithm, PublicKey half) throws Exception {
        Path file = folder.resolve("signature");
        List<String> command =
                new java.util.ArrayList<>(List.of("sign", "-k", label, data.toString(), "-o", file.toString()));
        if (algorithm.endsWith("ECDSA")) {
            command.add("--der");
        }
        assertThat(run(command.toArray(String[]::new)).err()).isEmpty();
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(half);
        signature.update(DATA);
        assertThat(signature.verify(Files.readAllBytes(file))).isTrue();
    }

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair();
    }

    private Outcome run(String... args) {
        return shell.run(args);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path save(KeyStore store, String name) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSPHRASE.toCharArray());
        }
        return file;
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }

    private static byte[] encrypted(PrivateKey key, String algorithm) throws Exception {
        SecretKey secret =
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(PASSPHRASE.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, secret);
        byte[] ciphertext = cipher.doFinal(key.getEncoded());
        ASN1Encodable parameters =
                ASN1Primitive.fromByteArray(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), ciphertext)
                .getEncoded();
    }

    /// {@return a certificate that a key signs for itself}
    private static Certificate certificate(KeyPair pair, String name) throws Exception {
        boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(
                rsa ? PKCSObjectIdentifiers.sha256WithRSAEncryption : X9ObjectIdentifiers.ecdsa_with_SHA256);
        V3TBSCertificateGenerator certificate = new V3TBSCertificateGenerator();
        certificate.setSerialNumber(new ASN1Integer(BigInteger.TEN));
        certificate.setIssuer(new X500Name(name));
        certificate.setSubject(new X500Name(name));
        certificate.setStartDate(new Time(Date.from(Instant.now().minusSeconds(60))));
        certificate.setEndDate(new Time(Date.from(Instant.now().plusSeconds(3600))));
        certificate.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        certificate.setSignature(algorithm);
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(certificate.generateTBSCertificate().getEncoded("DER"));
        byte[] der = new DERSequence(new ASN1Encodable[] {
                    certificate.generateTBSCertificate(), algorithm, new DERBitString(signature.sign())
                })
                .getEncoded("DER");
        return CertificateFactory.getInstance("X.509").generateCertificate(new java.io.ByteArrayInputStream(der));
    }
}
