package dev.tokki.bench;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The cases as bare calls of the provider that is fastest at them: the JDK's, or Bouncy Castle's lightweight API for
/// curves. Each begins anew with its key, as Init and the one-part call do.
final class Raw {
    private static final byte[] HASH = new byte[32];
    private static final SecretKey AES = new SecretKeySpec(new byte[32], "AES");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger F4 = BigInteger.valueOf(65537);

    private Raw() {}

    static Prepared digest(String algorithm, int size) throws Exception {
        byte[] data = new byte[size];
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        return () -> digest.digest(data);
    }

    static Prepared hmac(int size) throws Exception {
        byte[] data = new byte[size];
        Mac mac = Mac.getInstance("HmacSHA256");
        SecretKey key = new SecretKeySpec(new byte[32], "HMAC");
        return () -> {
            mac.init(key);
            return mac.doFinal(data);
        };
    }

    static Prepared cbc(int size) throws Exception {
        IvParameterSpec iv = new IvParameterSpec(new byte[16]);
        return cipher("AES/CBC/NoPadding", () -> iv, size);
    }

    static Prepared gcm(int size) throws Exception {
        // The JDK wants a new vector for each encryption.
        byte[] iv = new byte[12];
        return cipher(
                "AES/GCM/NoPadding",
                () -> {
                    for (int i = 0; i < iv.length && ++iv[i] == 0; i++) {}
                    return new GCMParameterSpec(128, iv);
                },
                size);
    }

    /// Makes the parameter of a use.
    @FunctionalInterface
    private interface Parameters {
        AlgorithmParameterSpec next();
    }

    private static Prepared cipher(String transformation, Parameters parameters, int size) throws Exception {
        byte[] data = new byte[size];
        Cipher cipher = Cipher.getInstance(transformation);
        return () -> {
            cipher.init(Cipher.ENCRYPT_MODE, AES, parameters.next());
            return cipher.doFinal(data);
        };
    }

    static Prepared aesGeneration() {
        return () -> {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            return new SecretKeySpec(key, "AES");
        };
    }

    static Prepared rsaSign(int bits) throws Exception {
        return sign("SHA256withRSA", rsa(bits));
    }

    static Prepared rsaVerify(int bits) throws Exception {
        return verify("SHA256withRSA", rsa(bits));
    }

    static Prepared rsaGeneration(int bits) {
        return () -> rsa(bits);
    }

    private static KeyPair rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, F4));
        return generator.generateKeyPair();
    }

    static Prepared mlDsaSign() throws Exception {
        return sign("ML-DSA", KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair());
    }

    static Prepared mlDsaVerify() throws Exception {
        return verify("ML-DSA", KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair());
    }

    private static Prepared sign(String algorithm, KeyPair pair) throws Exception {
        Signature signature = Signature.getInstance(algorithm);
        return () -> {
            signature.initSign(pair.getPrivate());
            signature.update(HASH);
            return signature.sign();
        };
    }

    private static Prepared verify(String algorithm, KeyPair pair) throws Exception {
        byte[] signed = (byte[]) sign(algorithm, pair).run();
        Signature signature = Signature.getInstance(algorithm);
        return () -> {
            signature.initVerify(pair.getPublic());
            signature.update(HASH);
            return check(signature.verify(signed));
        };
    }

    private static Object check(boolean verified) {
        if (!verified) {
            throw new IllegalStateException("a signature is wrong");
        }
        return true;
    }

    static Prepared ecdsaSign(String curve) {
        AsymmetricCipherKeyPair pair = ec(curve);
        return () -> {
            ECDSASigner signer = new ECDSASigner();
            signer.init(true, pair.getPrivate());
            return signer.generateSignature(HASH);
        };
    }

    static Prepared ecdsaVerify(String curve) throws Exception {
        AsymmetricCipherKeyPair pair = ec(curve);
        ECDSASigner signer = new ECDSASigner();
        signer.init(true, pair.getPrivate());
        BigInteger[] signature = signer.generateSignature(HASH);
        return () -> {
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, pair.getPublic());
            return check(verifier.verifySignature(HASH, signature[0], signature[1]));
        };
    }

    static Prepared ecdh(String curve) {
        AsymmetricCipherKeyPair pair = ec(curve);
        return () -> {
            ECDHBasicAgreement agreement = new ECDHBasicAgreement();
            agreement.init(pair.getPrivate());
            return agreement.calculateAgreement(pair.getPublic());
        };
    }

    static Prepared ecGeneration(String curve) {
        return () -> ec(curve);
    }

    private static AsymmetricCipherKeyPair ec(String curve) {
        X9ECParameters parameters = CustomNamedCurves.getByName(curve);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(new ECDomainParameters(parameters), RANDOM));
        return generator.generateKeyPair();
    }

    static Prepared ed25519Sign() {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(RANDOM);
        return () -> ed25519(key);
    }

    static Prepared ed25519Verify() {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(RANDOM);
        byte[] signature = ed25519(key);
        var publicKey = key.generatePublicKey();
        return () -> {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, publicKey);
            verifier.update(HASH, 0, HASH.length);
            return check(verifier.verifySignature(signature));
        };
    }

    static Prepared ed25519Generation() {
        return () -> new Ed25519PrivateKeyParameters(RANDOM).generatePublicKey();
    }

    private static byte[] ed25519(Ed25519PrivateKeyParameters key) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(HASH, 0, HASH.length);
        return signer.generateSignature();
    }

    static Prepared encapsulate() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("ML-KEM-768").generateKeyPair();
        KEM kem = KEM.getInstance("ML-KEM");
        return () -> kem.newEncapsulator(pair.getPublic()).encapsulate();
    }

    static Prepared decapsulate() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("ML-KEM-768").generateKeyPair();
        KEM kem = KEM.getInstance("ML-KEM");
        byte[] ciphertext = kem.newEncapsulator(pair.getPublic()).encapsulate().encapsulation();
        return () -> kem.newDecapsulator(pair.getPrivate()).decapsulate(ciphertext);
    }
}
