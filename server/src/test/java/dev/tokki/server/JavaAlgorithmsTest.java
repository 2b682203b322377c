package dev.tokki.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Provider.Service;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that Java's PKCS#11 provider offers on a token, beside what Java computes by itself.
class JavaAlgorithmsTest {
    private static final byte[] DATA = "attack at dawn, and take the bridge before the day is out".getBytes(UTF_8);

    private static NativeToken token = NativeToken.inMemory();
    private static KeyPair rsa;
    private static KeyPair ec;

    @BeforeAll
    static void makeKeys() throws Exception {
        rsa = KeyPairGenerator.getInstance("RSA", token.provider()).generateKeyPair();
        ec = KeyPairGenerator.getInstance("EC", token.provider()).generateKeyPair();
    }

    @AfterAll
    static void close() {
        token.close();
    }

    /// {@return the names of what the provider offers of a kind}
    private static Stream<String> offered(String type) {
        return token.provider().getServices().stream()
                .filter(service -> service.getType().equals(type))
                .map(Service::getAlgorithm)
                .sorted(Comparator.naturalOrder());
    }

    static Stream<String> signatures() {
        // Java itself no longer verifies MD2 and MD5; its provider cannot hand over the parameters of SHA-3 with PSS.
        return offered("Signature")
                .filter(name -> name.contains("ECDSA") || name.contains("RSA"))
                .filter(name -> !name.startsWith("MD") && !name.matches("SHA3.*PSS"));
    }

    static Stream<String> macs() {
        // Those with PBE in their names take a password, not a key.
        return offered("Mac").filter(name -> !name.contains("PBE") && isJavas("SunJCE", "Mac", name));
    }

    static Stream<String> digests() {
        return offered("MessageDigest").filter(name -> isJavas("SUN", "MessageDigest", name));
    }

    private static boolean isJavas(String provider, String type, String algorithm) {
        return Security.getProvider(provider).getService(type, algorithm) != null;
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void whatTheTokenSignsJavaVerifies(String algorithm) throws Exception {
        KeyPair pair = algorithm.contains("ECDSA") ? ec : rsa;
        boolean bare = algorithm.equals("NONEwithRSA");
        byte[] data = algorithm.startsWith("NONE") ? Arrays.copyOf(DATA, 32) : DATA;
        Signature signing = Signature.getInstance(algorithm, token.provider());
        signing.initSign(pair.getPrivate());
        pss(algorithm, signing);
        signing.update(data, 0, 5);
        signing.update(data, 5, data.length - 5);
        byte[] signature = signing.sign();

        assertThat(verifies(token.provider(), algorithm, pair.getPublic(), data, signature))
                .isTrue();
        byte[] other = data.clone();
        other[3] ^= 1;
        assertThat(verifies(token.provider(), algorithm, pair.getPublic(), other, signature))
                .isFalse();
        if (bare) {
            Cipher plain = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
            plain.init(Cipher.DECRYPT_MODE, pair.getPublic());
            assertThat(plain.doFinal(signature)).isEqualTo(data);
        } else {
            Provider javas = Security.getProvider(pair == ec ? "SunEC" : "SunRsaSign");
            assertThat(verifies(javas, algorithm, pair.getPublic(), data, signature))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void everyCurveOfJavasSignsAndAgreesOnTheSameSecret(String curve) throws Exception {
        KeyPair ours = pair(curve, token.provider());
        Signature signing = Signature.getInstance("SHA512withECDSA", token.provider());
        signing.initSign(ours.getPrivate());
        signing.update(DATA);
        byte[] signature = signing.sign();
        assertThat(verifies(Security.getProvider("SunEC"), "SHA512withECDSA", ours.getPublic(), DATA, signature))
                .isTrue();

        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair javas = generator.generateKeyPair();
        KeyAgreement inToken = KeyAgreement.getInstance("ECDH", token.provider());
        inToken.init(ours.getPrivate());
        inToken.doPhase(javas.getPublic(), true);
        KeyAgreement inJava = KeyAgreement.getInstance("ECDH", "SunEC");
        inJava.init(javas.getPrivate());
        inJava.doPhase(ours.getPublic(), true);
        assertThat(inToken.generateSecret()).isEqualTo(inJava.generateSecret());
    }

    @ParameterizedTest
    @CsvSource({
        "AES/ECB/NoPadding, 128",
        "AES/ECB/PKCS5Padding, 192",
        "AES/CBC/NoPadding, 256",
        "AES/CBC/PKCS5Padding, 256",
        "AES/CTR/NoPadding, 128",
        "AES/GCM/NoPadding, 256"
    })
    void whatTheTokenEncryptsJavaDecryptsAndTheOtherWayRound(String transformation, int bits) throws Exception {
        byte[] value = new byte[bits / 8];
        new SecureRandom().nextBytes(value);
        SecretKey javas = new SecretKeySpec(value, "AES");
        SecretKey ours = SecretKeyFactory.getInstance("AES", token.provider()).translateKey(javas);
        byte[] data = Arrays.copyOf(DATA, 48);
        byte[] ciphertext =
                crypt(Cipher.getInstance(transformation, token.provider()), Cipher.ENCRYPT_MODE, ours, data);
        assertThat(ciphertext)
                .isEqualTo(crypt(Cipher.getInstance(transformation, "SunJCE"), Cipher.ENCRYPT_MODE, javas, data));
        assertThat(crypt(Cipher.getInstance(transformation, token.provider()), Cipher.DECRYPT_MODE, ours, ciphertext))
                .isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA/ECB/PKCS1Padding", "RSA/ECB/NoPadding"})
    void whatJavaEncryptsForAnRsaKeyTheTokenDecrypts(String transformation) throws Exception {
        byte[] data = transformation.contains("PKCS1") ? DATA : Arrays.copyOf(new byte[] {0, 1, 2, 3}, 256);
        int size = ((java.security.interfaces.RSAPublicKey) rsa.getPublic())
                        .getModulus()
                        .bitLength()
                / 8;
        byte[] whole = transformation.contains("PKCS1") ? data : Arrays.copyOf(data, size);
        Cipher javas = Cipher.getInstance(transformation, "SunJCE");
        javas.init(Cipher.ENCRYPT_MODE, rsa.getPublic());
        Cipher ours = Cipher.getInstance(transformation, token.provider());
        ours.init(Cipher.DECRYPT_MODE, rsa.getPrivate());
        assertThat(ours.doFinal(javas.doFinal(whole))).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES/KW/NoPadding", "AES/KWP/NoPadding"})
    void aKeyThatTheTokenWrapsJavaUnwraps(String transformation) throws Exception {
        byte[] value = new byte[32];
        new SecureRandom().nextBytes(value);
        SecretKey javas = new SecretKeySpec(value, "AES");
        SecretKey ours = SecretKeyFactory.getInstance("AES", token.provider()).translateKey(javas);
        SecretKey inner = new SecretKeySpec(Arrays.copyOf(DATA, 16), "AES");
        Cipher wrapping = Cipher.getInstance(transformation, token.provider());
        wrapping.init(Cipher.WRAP_MODE, ours);
        byte[] wrapped = wrapping.wrap(inner);
        Cipher unwrapping = Cipher.getInstance(transformation, "SunJCE");
        unwrapping.init(Cipher.UNWRAP_MODE, javas);
        assertThat(unwrapping.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded())
                .isEqualTo(inner.getEncoded());
        wrapping.init(Cipher.UNWRAP_MODE, ours);
        assertThat(wrapping.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded())
                .isEqualTo(inner.getEncoded());
    }

    @ParameterizedTest
    @MethodSource("macs")
    void theTokensMacIsJavas(String algorithm) throws Exception {
        SecretKey javas = new SecretKeySpec(Arrays.copyOf(DATA, 16), algorithm);
        Mac ours = Mac.getInstance(algorithm, token.provider());
        ours.init(SecretKeyFactory.getInstance("Generic", token.provider())
                .translateKey(new SecretKeySpec(javas.getEncoded(), "Generic")));
        Mac theirs = Mac.getInstance(algorithm, "SunJCE");
        theirs.init(javas);
        assertThat(ours.doFinal(DATA)).isEqualTo(theirs.doFinal(DATA));
        assertThat(ours.doFinal(new byte[0])).isEqualTo(theirs.doFinal(new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("digests")
    void theTokensDigestIsJavas(String algorithm) throws Exception {
        MessageDigest ours = MessageDigest.getInstance(algorithm, token.provider());
        assertThat(ours.digest(DATA))
                .isEqualTo(MessageDigest.getInstance(algorithm, "SUN").digest(DATA));
        assertThat(ours.digest())
                .isEqualTo(MessageDigest.getInstance(algorithm, "SUN").digest());
    }

    @Test
    void aKeyMadeInTheTokenEncryptsThere() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("AES", token.provider());
        generator.init(256);
        SecretKey key = generator.generateKey();
        byte[] ciphertext =
                crypt(Cipher.getInstance("AES/GCM/NoPadding", token.provider()), Cipher.ENCRYPT_MODE, key, DATA);
        assertThat(crypt(
                        Cipher.getInstance("AES/GCM/NoPadding", token.provider()),
                        Cipher.DECRYPT_MODE,
                        key,
                        ciphertext))
                .isEqualTo(DATA);
    }

    @Test
    void randomBytesComeFromTheToken() throws Exception {
        SecureRandom random = SecureRandom.getInstance("PKCS11", token.provider());
        byte[] first = new byte[32];
        byte[] second = new byte[32];
        random.nextBytes(first);
        random.nextBytes(second);
        assertThat(first).isNotEqualTo(second).isNotEqualTo(new byte[32]);
    }

    private static KeyPair pair(String curve, Provider provider) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static boolean verifies(Provider provider, String algorithm, PublicKey key, byte[] data, byte[] signature)
            throws Exception {
        boolean javasPss = algorithm.contains("PSS") && provider.getName().startsWith("SunRsa");
        Signature verifying = Signature.getInstance(javasPss ? "RSASSA-PSS" : algorithm, provider);
        verifying.initVerify(key);
        pss(algorithm, verifying);
        verifying.update(data);
        return verifying.verify(signature);
    }

    /// PSS wants to be told everything, even where the name tells the digest.
    private static void pss(String algorithm, Signature signature) throws Exception {
        if (algorithm.endsWith("RSASSA-PSS")) {
            String digest = algorithm.equals("RSASSA-PSS")
                    ? "SHA-256"
                    : algorithm.replace("withRSASSA-PSS", "").replaceFirst("^SHA(?=\\d{1,3}$)", "SHA-");
            int length = MessageDigest.getInstance(digest).getDigestLength();
            signature.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), length, 1));
        }
    }

    private static byte[] crypt(Cipher cipher, int mode, SecretKey key, byte[] data) throws Exception {
        AlgorithmParameterSpec iv = cipher.getAlgorithm().contains("GCM")
                ? new GCMParameterSpec(128, new byte[12])
                : new IvParameterSpec(new byte[16]);
        if (cipher.getAlgorithm().contains("ECB")) {
            cipher.init(mode, key);
        } else {
            cipher.init(mode, key, iv);
        }
        // The provider loses what is given to doFinal after an update of GCM: everything goes to update.
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part :
                new byte[][] {cipher.update(data, 0, 20), cipher.update(data, 20, data.length - 20), cipher.doFinal()
                }) {
            whole.writeBytes(part == null ? new byte[0] : part);
        }
        return whole.toByteArray();
    }
}
