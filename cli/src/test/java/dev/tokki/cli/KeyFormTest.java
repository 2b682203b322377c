package dev.tokki.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.cli.Shell.Outcome;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DHPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every type of key that has a standard form goes into a token and comes out of it as it was.
class KeyFormTest {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final String READABLE = "sensitive=false";
    private static final Set<ASN1ObjectIdentifier> GROUPS = Set.of(
            PKCSObjectIdentifiers.dhKeyAgreement, X9ObjectIdentifiers.id_dsa, X9ObjectIdentifiers.id_ecPublicKey);

    /// One for all tests: each has its own label.
    @TempDir
    private static Path folder;

    private static Shell shell;

    private String label = "";

    @BeforeEach
    void name(TestInfo test) {
        label = (test.getTestMethod().orElseThrow().getName().substring(0, 6) + test.getDisplayName())
                .replaceAll("[^A-Za-z0-9-]", "")
                .toLowerCase(Locale.ROOT);
    }

    @BeforeAll
    static void initialise() {
        shell = new Shell(folder).withPins().with("TOKKI_PASSPHRASE", "a-passphrase");
        shell.run("token", "init", "--label", "demo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RSA", "EC", "Ed25519", "X448", "DSA", "DH", "ML-DSA-44", "ML-KEM-1024", "SLH-DSA-SHAKE-192F"})
    void aPairOfFilesIsThatOfTheTokenAgain(String algorithm) throws Exception {
        KeyPair pair = pair(algorithm);
        assertComesBack(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    }

    private void assertComesBack(byte[] privateKey, byte[] publicKey) throws Exception {
        Outcome imported = imported(privateKey);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).contains("2 of 2 objects imported");
        PrivateKeyInfo exported = PrivateKeyInfo.getInstance(exported("private"));
        PrivateKeyInfo wanted = PrivateKeyInfo.getInstance(privateKey);
        assertThat(exported.getPrivateKeyAlgorithm().getAlgorithm())
                .isEqualTo(wanted.getPrivateKeyAlgorithm().getAlgorithm());
        assertThat(content(exported)).as("the private key").isEqualTo(content(wanted));
        SubjectPublicKeyInfo half = SubjectPublicKeyInfo.getInstance(exported("public"));
        assertThat(half.getPublicKeyData())
                .as("the public key, which the private key's file need not hold")
                .isEqualTo(SubjectPublicKeyInfo.getInstance(publicKey).getPublicKeyData());
    }

    /// What makes the key: files of some types may hold more, or have it written in another way.
    private static List<Object> content(PrivateKeyInfo info) throws Exception {
        return switch (info.getPrivateKeyAlgorithm().getAlgorithm()) {
            case ASN1ObjectIdentifier name
            when GROUPS.contains(name) ->
                switch (PrivateKeyFactory.createKey(info)) {
                    case DHPrivateKeyParameters one ->
                        List.of(
                                one.getX(),
                                one.getParameters().getP(),
                                one.getParameters().getG());
                    case DSAPrivateKeyParameters one ->
                        List.of(
                                one.getX(),
                                one.getParameters().getP(),
                                one.getParameters().getQ());
                    case ECPrivateKeyParameters one ->
                        List.of(one.getD(), one.getParameters().getG());
                    case AsymmetricKeyParameter other -> throw new IllegalArgumentException(other.toString());
                };
            case ASN1ObjectIdentifier name -> List.of(info.getPrivateKey());
        };
    }

    @ParameterizedTest
    @CsvSource({"ML-DSA-65, SEED", "ML-DSA-65, GROWN", "ML-KEM-768, SEED"})
    void aSeedAndWhatGrowsOfItAreTheSameKey(String algorithm, String form) throws Exception {
        KeyPair pair = pair(algorithm);
        AsymmetricKeyParameter whole =
                PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
        boolean seed = form.equals("SEED");
        AsymmetricKeyParameter part = switch (whole) {
            case MLDSAPrivateKeyParameters one ->
                one.withPreferredFormat(
                        seed ? MLDSAPrivateKeyParameters.SEED_ONLY : MLDSAPrivateKeyParameters.EXPANDED_KEY);
            case MLKEMPrivateKeyParameters one ->
                one.withPreferredFormat(
                        seed ? MLKEMPrivateKeyParameters.SEED_ONLY : MLKEMPrivateKeyParameters.EXPANDED_KEY);
            default -> throw new IllegalArgumentException(algorithm);
        };
        byte[] file = PrivateKeyInfoFactory.createPrivateKeyInfo(part).getEncoded();
        assertThat(file).hasSizeLessThan(pair.getPrivate().getEncoded().length);
        assertThat(imported(file).out()).contains("2 of 2 objects imported");
        // With a seed the token knows all there is; without one it cannot.
        assertThat(exported("private")).isEqualTo(seed ? pair.getPrivate().getEncoded() : file);
        assertThat(exported("public")).isEqualTo(pair.getPublic().getEncoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "ML-DSA-65", "SLH-DSA-SHA2-128F"})
    void aKeyAndItsCertificatesLeaveAsPkcs12AndComeBack(String algorithm) throws Exception {
        KeyPair pair = pair(algorithm);
        KeyPair authority = pair("EC");
        String issuer = "CN=root-of-" + label;
        byte[] root = certificate(issuer, authority, issuer, authority);
        byte[] leaf = certificate("CN=leaf", pair, issuer, authority);
        imported(pair.getPrivate().getEncoded(), leaf, root);
        Path file = folder.resolve(label + ".p12");
        assertThat(shell.run("export", "pkcs12", label, "-o", file.toString()).err())
                .isEmpty();

        KeyStore store = KeyStore.getInstance("PKCS12", PROVIDER);
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), "a-passphrase".toCharArray());
        assertThat(store.getCertificateChain(label))
                .extracting(one -> ((java.security.cert.X509Certificate) one)
                        .getSubjectX500Principal()
                        .getName())
                .containsExactly("CN=leaf", issuer);

        byte[] before = exported("private");
        shell.run("object", "delete", label, "--all");
        shell.run("object", "delete", "root-of-" + label, "--all");
        assertThat(shell.run("object", "list").out()).doesNotContain(label);
        Outcome back = shell.run("import", "pkcs12", file.toString(), "--set", READABLE, "--set", "extractable=true");
        assertThat(back.err()).isEmpty();
        assertThat(back.out()).contains("4 of 4 objects imported");
        assertThat(exported("private")).isEqualTo(before);
    }

    @Test
    void withoutItsCertificateAKeyLeavesAsPemOnly() throws Exception {
        imported(pair("Ed25519").getPrivate().getEncoded());
        Outcome refused = shell.run("export", "pkcs12", label);
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("CKA_ID", "object export --class private");
    }

    @Test
    void aKeyThatMayNotLeaveIsInNoPkcs12() throws Exception {
        KeyPair pair = pair("EC");
        Path file = Files.writeString(
                folder.resolve(label + ".pem"),
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("CERTIFICATE", certificate("CN=one", pair, "CN=one", pair)));
        shell.run("import", "pem", file.toString());
        assertThat(shell.run("export", "pkcs12", label).err()).contains("CKA_EXTRACTABLE is false");
        shell.run("object", "delete", label, "--all");
        shell.run("import", "pem", file.toString(), "--set", "extractable=true");
        assertThat(shell.run("export", "pkcs12", label).err()).contains("CKA_SENSITIVE is true");
    }

    private Outcome imported(byte[] key, byte[]... certificates) throws Exception {
        StringBuilder text = new StringBuilder(pem("PRIVATE KEY", key));
        for (byte[] certificate : certificates) {
            text.append(pem("CERTIFICATE", certificate));
        }
        Path file = Files.writeString(folder.resolve(label + ".pem"), text);
        return shell.run("import", "pem", file.toString(), "--set", READABLE, "--set", "extractable=true");
    }

    private byte[] exported(String kind) {
        Outcome outcome = shell.run("object", "export", label, "--class", kind, "--der");
        assertThat(outcome.err()).isEmpty();
        return outcome.bytes();
    }

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
        switch (algorithm) {
            case "RSA" -> generator.initialize(1024);
            case "DSA", "DH" -> generator.initialize(2048);
            case "EC" -> generator.initialize(256);
            default -> {}
        }
        return generator.generateKeyPair();
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }

    private static byte[] certificate(String subject, KeyPair pair, String issuer, KeyPair authority) throws Exception {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        V3TBSCertificateGenerator certificate = new V3TBSCertificateGenerator();
        certificate.setSerialNumber(new ASN1Integer(BigInteger.valueOf(subject.hashCode() & 0xFFFF)));
        certificate.setIssuer(new X500Name(issuer));
        certificate.setSubject(new X500Name(subject));
        certificate.setStartDate(new Time(Date.from(Instant.now().minusSeconds(60))));
        certificate.setEndDate(new Time(Date.from(Instant.now().plusSeconds(3600))));
        certificate.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        certificate.setSignature(algorithm);
        Signature signature = Signature.getInstance("SHA256withECDSA", PROVIDER);
        signature.initSign(authority.getPrivate());
        signature.update(certificate.generateTBSCertificate().getEncoded("DER"));
        return new DERSequence(new ASN1Encodable[] {
                    certificate.generateTBSCertificate(), algorithm, new DERBitString(signature.sign())
                })
                .getEncoded("DER");
    }
}
