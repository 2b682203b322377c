package dev.tokki.conformance.suite.crypto;

import static dev.tokki.conformance.suite.crypto.Crossing.attributes;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.conformance.suite.Draft;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.XECPrivateKey;
import java.util.Arrays;
import javax.crypto.interfaces.DHPrivateKey;
import javax.crypto.interfaces.DHPublicKey;

/// How the same key is had in two tokens: its values are published, or of the JDK's making.
///
/// @param open the public key, or the secret key
/// @param secret the private key, or the secret key
record Recipe(Draft open, Draft secret) {
    private static final int BITS = 2048;

    static Recipe secretKey(long keyType, byte[] value) {
        Draft draft = Keys.secret(keyType, value);
        return new Recipe(draft, draft);
    }

    static Recipe rsa() {
        return new Recipe(Keys.rsaPublic(), Keys.rsaPrivate());
    }

    static Recipe ec(Curve curve) {
        KeyPair pair = generated(curve.isWeierstrass() ? "EC" : curve.toString(), curve);
        byte[] value = switch (pair.getPrivate()) {
            case ECPrivateKey key -> fixed(key.getS(), curve.length());
            case EdECPrivateKey key -> key.getBytes().orElseThrow();
            case XECPrivateKey key -> key.getScalar().orElseThrow();
            default -> throw new IllegalStateException(curve + " has keys of an unknown kind");
        };
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = pair.getPublic() instanceof ECPublicKey key
                ? uncompressed(key, curve.length())
                : Arrays.copyOfRange(encoded, encoded.length - curve.length(), encoded.length);
        // SoftHSM knows points in an octet string only, of all curves.
        Draft open = Keys.ecPublic(curve, point).with(Cka.EC_POINT, Der.octetString(point));
        return new Recipe(open, Keys.ecPrivate(curve, value));
    }

    /// {@return a key of DSA, for hashes of 256 bits}
    ///
    /// @param bits length of the prime in bits
    static Recipe dsa(int bits) {
        KeyPair pair = Jdk.call(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        });
        DSAPublicKey open = (DSAPublicKey) pair.getPublic();
        DSAPrivateKey secret = (DSAPrivateKey) pair.getPrivate();
        Draft domain = Draft.of(
                Attribute.of(Cka.PRIME, open.getParams().getP()),
                Attribute.of(Cka.SUBPRIME, open.getParams().getQ()),
                Attribute.of(Cka.BASE, open.getParams().getG()));
        return pair(Ckk.DSA, domain, open.getY(), secret.getX());
    }

    /// {@return a key of Diffie-Hellman in the JDK's group of 2048 bits}
    static Recipe dh() {
        KeyPair pair = Jdk.call(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        });
        DHPublicKey open = (DHPublicKey) pair.getPublic();
        DHPrivateKey secret = (DHPrivateKey) pair.getPrivate();
        Draft domain = Draft.of(
                Attribute.of(Cka.PRIME, open.getParams().getP()),
                Attribute.of(Cka.BASE, open.getParams().getG()));
        return pair(Ckk.DH, domain, open.getY(), secret.getX());
    }

    /// {@return the public key, or the secret key, in a token}
    Key open(Session session, long... usages) {
        return session.createKey(attributes(Keys.may(open, usages)));
    }

    /// {@return the private key, or the secret key, in a token}
    Key secret(Session session, long... usages) {
        return session.createKey(attributes(Keys.may(secret, usages)));
    }

    /// {@return the bytes of an attribute of the public key}
    byte[] known(long type) {
        return open.attributes().stream()
                .filter(attribute -> attribute.type() == type)
                .map(attribute ->
                        ((dev.tokki.api.Value.Raw) attribute.value()).bytes().array())
                .findFirst()
                .orElseThrow();
    }

    private static Recipe pair(long keyType, Draft domain, BigInteger open, BigInteger secret) {
        Draft publicKey = Draft.of(
                Attribute.of(Cka.CLASS, Cko.PUBLIC_KEY),
                Attribute.of(Cka.KEY_TYPE, keyType),
                Attribute.of(Cka.TOKEN, false));
        return new Recipe(
                publicKey.with(domain).with(Draft.of(Attribute.of(Cka.VALUE, open))),
                Keys.privateKey(keyType).with(domain).with(Draft.of(Attribute.of(Cka.VALUE, secret))));
    }

    private static KeyPair generated(String algorithm, Curve curve) {
        return Jdk.call(() -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (curve.isWeierstrass()) {
                generator.initialize(new java.security.spec.ECGenParameterSpec(curve.jdk()));
            }
            return generator.generateKeyPair();
        });
    }

    private static byte[] uncompressed(ECPublicKey key, int length) {
        return Data.joined(
                new byte[] {4},
                Data.joined(
                        fixed(key.getW().getAffineX(), length), fixed(key.getW().getAffineY(), length)));
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int count = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - count, fixed, length - count, count);
        return fixed;
    }
}
