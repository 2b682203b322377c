package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.UNWRAP_KEY;
import static dev.tokki.api.Function.WRAP_KEY;

import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.interfaces.DHPrivateKey;

/// Wrapping and unwrapping private keys as PrivateKeyInfo of PKCS #8, section 6.7, with CKM_AES_CBC_PAD.
@Chapter(id = "wrap", title = "Wrapping and unwrapping", section = "5.18.3")
record PrivateKeyWrapTests(Bench bench) implements CryptoSuite {
    private static final byte[] IV = Data.counting(16);
    private static final Mechanism PADDED = Mechanism.iv(Ckm.AES_CBC_PAD, IV);
    private static final Vector EC_KEY = Nist.P256.vectors().get(4);

    @Requirement(
            id = "wrap.private.rsa",
            functions = WRAP_KEY,
            section = {"6.7", "6.10.6"},
            rule = "An RSA private key is wrapped as PrivateKeyInfo with all its numbers, which the JDK reads")
    void rsa() {
        Crypto crypto = with(Ckf.WRAP);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        byte[] info = undone(crypto.wrap(PADDED, wrappingKey(crypto), key));
        RSAPrivateCrtKey read = (RSAPrivateCrtKey) Jdk.privateKey("RSA", info);
        check("modulus", new BigInteger(1, Keys.rsa().bytes("n")), read.getModulus());
        check("private exponent", new BigInteger(1, Keys.rsa().bytes("d")), read.getPrivateExponent());
        check("coefficient", new BigInteger(1, Keys.rsa().bytes("qi")), read.getCrtCoefficient());
    }

    @Requirement(
            id = "wrap.private.rsa-unwrap",
            functions = UNWRAP_KEY,
            section = {"5.18.4", "6.7"},
            rule = "An RSA private key that the JDK has encoded is unwrapped and signs as before")
    void rsaFromTheJdk() {
        requires(Ckm.SHA256_RSA_PKCS, Ckf.SIGN);
        Crypto crypto = with(Ckf.UNWRAP);
        long key = crypto.unwrap(PADDED, wrappingKey(crypto), done(Jdk.rsaPrivate()), rsaTemplate())
                .value();
        crypto.item(key)
                .has(Cka.KEY_TYPE, Ckk.RSA)
                .has(Cka.MODULUS, Keys.rsa().bytes("n"))
                .has(Cka.LOCAL, false);
        byte[] message = Data.text("message");
        same(
                "signature",
                Jdk.sign("SHA256withRSA", null, Jdk.rsaPrivate(), message),
                crypto.sign(Mechanism.of(Ckm.SHA256_RSA_PKCS), key, message));
    }

    @Requirement(
            id = "wrap.private.ec",
            functions = WRAP_KEY,
            section = {"6.7", "6.10.6"},
            rule =
                    "An EC private key is wrapped as PrivateKeyInfo with the curve in the algorithm, which the JDK reads")
    void ec() {
        Crypto crypto = with(Ckf.WRAP);
        long key = crypto.session().create(Keys.ecPrivate(Curve.P256, EC_KEY.bytes("private"), Cka.SIGN));
        byte[] info = undone(crypto.wrap(PADDED, wrappingKey(crypto), key));
        ECPrivateKey read = (ECPrivateKey) Jdk.privateKey("EC", info);
        check("private value", new BigInteger(1, EC_KEY.bytes("private")), read.getS());
    }

    @Requirement(
            id = "wrap.private.ec-unwrap",
            functions = UNWRAP_KEY,
            section = {"5.18.4", "6.7"},
            rule = "An EC private key that the JDK has encoded is unwrapped and signs for the same public key")
    void ecFromTheJdk() {
        requires(Ckm.ECDSA, Ckf.SIGN);
        Crypto crypto = with(Ckf.UNWRAP);
        PrivateKey given = Jdk.ecPrivate(Curve.P256, EC_KEY.bytes("private"));
        long key = crypto.unwrap(PADDED, wrappingKey(crypto), done(given), Keys.may(Keys.privateKey(Ckk.EC), Cka.SIGN))
                .value();
        crypto.item(key).has(Cka.KEY_TYPE, Ckk.EC).has(Cka.EC_PARAMS, Curve.P256.params());
        byte[] digest = Jdk.digest(Hash.SHA256, Data.text("message"));
        check(
                "the JDK accepts the signature",
                true,
                Jdk.verifies(
                        "NONEwithECDSAinP1363Format",
                        null,
                        Jdk.ecPublic(Curve.P256, EC_KEY.bytes("public")),
                        digest,
                        crypto.sign(Mechanism.of(Ckm.ECDSA), key, digest)));
    }

    @Requirement(
            id = "wrap.private.dsa",
            functions = {WRAP_KEY, UNWRAP_KEY},
            section = {"6.7", "6.2.4"},
            rule =
                    "A DSA private key that the JDK has encoded is unwrapped, and the JDK reads it when it is wrapped again")
    void dsa() {
        requires(Ckm.DSA, Ckf.SIGN);
        Crypto crypto = with(Ckf.WRAP, Ckf.UNWRAP);
        DSAPrivateKey given = (DSAPrivateKey) Jdk.groupPair("DSA", 2048).getPrivate();
        long key = unwrapped(crypto, given, Ckk.DSA, Cka.SIGN);
        crypto.item(key)
                .has(Cka.PRIME, unsigned(given.getParams().getP()))
                .has(Cka.SUBPRIME, unsigned(given.getParams().getQ()))
                .has(Cka.BASE, unsigned(given.getParams().getG()))
                .has(Cka.VALUE, unsigned(given.getX()));
        DSAPrivateKey read =
                (DSAPrivateKey) Jdk.privateKey("DSA", undone(crypto.wrap(PADDED, wrappingKey(crypto), key)));
        check("private value", given.getX(), read.getX());
        check("subprime", given.getParams().getQ(), read.getParams().getQ());
    }

    @Requirement(
            id = "wrap.private.dh",
            functions = {WRAP_KEY, UNWRAP_KEY},
            section = {"6.7", "6.4.4"},
            rule = "A Diffie-Hellman private key that the JDK has encoded is unwrapped, and the JDK reads it when it is"
                    + " wrapped again")
    void dh() {
        requires(Ckm.DH_PKCS_DERIVE, Ckf.DERIVE);
        Crypto crypto = with(Ckf.WRAP, Ckf.UNWRAP);
        DHPrivateKey given = (DHPrivateKey) Jdk.groupPair("DH", 2048).getPrivate();
        long key = unwrapped(crypto, given, Ckk.DH, Cka.DERIVE);
        crypto.item(key)
                .has(Cka.PRIME, unsigned(given.getParams().getP()))
                .has(Cka.BASE, unsigned(given.getParams().getG()))
                .has(Cka.VALUE, unsigned(given.getX()));
        DHPrivateKey read = (DHPrivateKey) Jdk.privateKey("DH", undone(crypto.wrap(PADDED, wrappingKey(crypto), key)));
        check("private value", given.getX(), read.getX());
        check("prime", given.getParams().getP(), read.getParams().getP());
    }

    @Requirement(
            id = "wrap.private.unextractable",
            functions = WRAP_KEY,
            section = {"5.1.6", "5.18.3"},
            rule = "A private key that is not extractable is CKR_KEY_UNEXTRACTABLE")
    void unextractable() {
        Crypto crypto = with(Ckf.WRAP);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN).with(Cka.EXTRACTABLE, false));
        crypto.wrapping(PADDED, wrappingKey(crypto), key).returns(Ckr.KEY_UNEXTRACTABLE);
    }

    @Requirement(
            id = "wrap.private.other-type",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "6.7"},
            rule = "A wrapped EC key for which the template says RSA is CKR_WRAPPED_KEY_INVALID")
    void otherType() {
        Crypto crypto = with(Ckf.UNWRAP);
        byte[] wrapped = done(Jdk.ecPrivate(Curve.P256, EC_KEY.bytes("private")));
        crypto.unwrap(PADDED, wrappingKey(crypto), wrapped, rsaTemplate()).returns(Ckr.WRAPPED_KEY_INVALID);
    }

    @Requirement(
            id = "wrap.private.not-der",
            functions = UNWRAP_KEY,
            section = {"5.1.6", "6.7"},
            rule = "Bytes that decrypt well and are no PrivateKeyInfo are CKR_WRAPPED_KEY_INVALID")
    void noPrivateKeyInfo() {
        Crypto crypto = with(Ckf.UNWRAP);
        byte[] wrapped = Jdk.aesCbcPadded(Cipher.ENCRYPT_MODE, Keys.aesValue(), IV, Data.counting(100));
        crypto.unwrap(PADDED, wrappingKey(crypto), wrapped, rsaTemplate()).returns(Ckr.WRAPPED_KEY_INVALID);
    }

    @Requirement(
            id = "wrap.private.key-wrap",
            functions = {WRAP_KEY, UNWRAP_KEY},
            section = {"6.7", "6.16.3.1"},
            rule = "CKM_AES_KEY_WRAP wraps a private key, zeros added where its encoding is no multiple of 8 bytes, and"
                    + " unwraps it")
    void keyWrap() {
        requires(Ckm.AES_KEY_WRAP, Ckf.WRAP, Ckf.UNWRAP);
        Crypto crypto = crypto();
        Mechanism keyWrap = Mechanism.of(Ckm.AES_KEY_WRAP);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        byte[] wrapped = crypto.wrap(keyWrap, wrappingKey(crypto), key);
        check("length of the wrapped key modulo 8", 0, wrapped.length % 8);
        long again = crypto.unwrap(keyWrap, wrappingKey(crypto), wrapped, rsaTemplate())
                .value();
        crypto.item(again).has(Cka.PRIVATE_EXPONENT, Keys.rsa().bytes("d"));
    }

    private Crypto with(long... uses) {
        requires(Ckm.AES_CBC_PAD, uses);
        return crypto();
    }

    /// {@return a key of the JDK in the token}
    private static long unwrapped(Crypto crypto, PrivateKey given, long keyType, long use) {
        return crypto.unwrap(PADDED, wrappingKey(crypto), done(given), Keys.may(Keys.privateKey(keyType), use))
                .value();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static long wrappingKey(Crypto crypto) {
        return crypto.session().create(Keys.aes(Cka.WRAP, Cka.UNWRAP));
    }

    private static Draft rsaTemplate() {
        return Keys.may(Keys.privateKey(Ckk.RSA), Cka.SIGN);
    }

    private static byte[] done(PrivateKey key) {
        return Jdk.aesCbcPadded(Cipher.ENCRYPT_MODE, Keys.aesValue(), IV, key.getEncoded());
    }

    private static byte[] undone(byte[] wrapped) {
        return Jdk.aesCbcPadded(Cipher.DECRYPT_MODE, Keys.aesValue(), IV, wrapped);
    }
}
