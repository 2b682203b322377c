package dev.tokki.conformance.suite.crypto;

import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The same cryptography by the JDK's own providers, against which a module's results are held: a module that is
/// consistently wrong would agree with itself.
final class Jdk {
    private Jdk() {}

    static byte[] digest(Hash hash, byte[] data) {
        return call(() -> MessageDigest.getInstance(hash.jdk()).digest(data));
    }

    static byte[] hmac(Hash hash, byte[] key, byte[] data) {
        return call(() -> {
            String name = "Hmac" + hash.jdkPrefix();
            Mac mac = Mac.getInstance(name);
            // The JDK has no empty keys; HMAC pads with zeros, so one zero byte is the same key.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
            return mac.doFinal(data);
        });
    }

    /// {@return data under a cipher of AES, `CBC/PKCS5Padding` for example}
    static byte[] aes(int mode, String transformation, byte[] key, @Nullable AlgorithmParameterSpec spec, byte[] data) {
        return call(() -> {
            Cipher cipher = Cipher.getInstance("AES/" + transformation);
            cipher.init(mode, new SecretKeySpec(key, "AES"), spec);
            return cipher.doFinal(data);
        });
    }

    static byte[] gcm(int mode, byte[] key, AlgorithmParameterSpec spec, byte[] associatedData, byte[] data) {
        return call(() -> {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), spec);
            cipher.updateAAD(associatedData);
            return cipher.doFinal(data);
        });
    }

    static byte[] aesCbcPadded(int mode, byte[] key, byte[] iv, byte[] data) {
        return aes(mode, "CBC/PKCS5Padding", key, new IvParameterSpec(iv), data);
    }

    static PublicKey rsaPublic() {
        Vector key = Keys.rsa();
        return call(() ->
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    }

    static PublicKey rsaPublic(byte[] modulus, byte[] exponent) {
        return call(() -> KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(new BigInteger(1, modulus), new BigInteger(1, exponent))));
    }

    static PrivateKey rsaPrivate() {
        Vector key = Keys.rsa();
        return call(() -> KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        number(key, "n"),
                        number(key, "e"),
                        number(key, "d"),
                        number(key, "p"),
                        number(key, "q"),
                        number(key, "dp"),
                        number(key, "dq"),
                        number(key, "qi"))));
    }

    /// {@return data under RSA, with `PKCS1Padding` or `NoPadding`}
    static byte[] rsa(int mode, String padding, java.security.Key key, byte[] data) {
        return call(() -> {
            Cipher cipher = Cipher.getInstance("RSA/ECB/" + padding);
            cipher.init(mode, key);
            return cipher.doFinal(data);
        });
    }

    static byte[] rsaOaep(int mode, java.security.Key key, Hash hash, Hash mgf, byte[] label, byte[] data) {
        return call(() -> {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(mode, key, new OAEPParameterSpec(hash.jdk(), "MGF1", mgf1(mgf), new PSource.PSpecified(label)));
            return cipher.doFinal(data);
        });
    }

    static PSSParameterSpec pss(Hash hash, Hash mgf, int saltLength) {
        return new PSSParameterSpec(hash.jdk(), "MGF1", mgf1(mgf), saltLength, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    static byte[] sign(String algorithm, @Nullable AlgorithmParameterSpec spec, PrivateKey key, byte[] data) {
        return call(() -> {
            Signature signature = Signature.getInstance(algorithm);
            set(signature, spec);
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        });
    }

    /// {@return whether a signature is right; a malformed one is not}
    static boolean verifies(
            String algorithm, @Nullable AlgorithmParameterSpec spec, PublicKey key, byte[] data, byte[] signature) {
        try {
            Signature verification = Signature.getInstance(algorithm);
            set(verification, spec);
            verification.initVerify(key);
            verification.update(data);
            return verification.verify(signature);
        } catch (java.security.SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// {@return a public key of the NIST curves, Ed25519, X25519 and their kin}
    static PublicKey ecPublic(Curve curve, byte[] point) {
        byte[] info =
                curve.isWeierstrass() ? Der.ecPublicKeyInfo(curve, point) : Der.rfc8410PublicKeyInfo(curve, point);
        return publicKey(curve.isWeierstrass() ? "EC" : curve.toString(), info);
    }

    /// {@return a private key of the NIST curves, Ed25519, X25519 and their kin}
    static PrivateKey ecPrivate(Curve curve, byte[] value) {
        return call(() -> {
            if (!curve.isWeierstrass()) {
                byte[] info = Der.rfc8410PrivateKeyInfo(curve, value);
                return KeyFactory.getInstance(curve.toString()).generatePrivate(new PKCS8EncodedKeySpec(info));
            }
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curve.jdk()));
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(
                            new BigInteger(1, value), parameters.getParameterSpec(ECParameterSpec.class)));
        });
    }

    /// {@return a public key from its SubjectPublicKeyInfo}
    /// {@return a new pair of a group of integers, DSA or DH}
    static KeyPair groupPair(String algorithm, int bits) {
        return call(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        });
    }

    static PublicKey publicKey(String algorithm, byte[] info) {
        return call(() -> KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info)));
    }

    /// {@return a private key from its PrivateKeyInfo}
    static PrivateKey privateKey(String algorithm, byte[] info) {
        return call(() -> KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info)));
    }

    static byte[] agree(String algorithm, PrivateKey mine, PublicKey theirs) {
        return call(() -> {
            KeyAgreement agreement = KeyAgreement.getInstance(algorithm);
            agreement.init(mine);
            agreement.doPhase(theirs, true);
            return agreement.generateSecret();
        });
    }

    /// {@return the result of steps that cannot fail unless the JDK lacks the algorithm}
    static <T> T call(Steps<T> steps) {
        try {
            return steps.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Signature signature, @Nullable AlgorithmParameterSpec spec)
            throws GeneralSecurityException {
        if (spec != null) {
            signature.setParameter(spec);
        }
    }

    private static MGF1ParameterSpec mgf1(Hash hash) {
        return new MGF1ParameterSpec(hash.jdk());
    }

    private static BigInteger number(Vector key, String field) {
        return new BigInteger(1, key.bytes(field));
    }

    /// Something done with the JDK's providers.
    interface Steps<T> {
        /// {@return the result}
        T run() throws GeneralSecurityException;
    }
}
