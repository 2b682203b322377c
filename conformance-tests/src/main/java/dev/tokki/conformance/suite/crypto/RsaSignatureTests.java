package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_FINAL;
import static dev.tokki.api.Function.SIGN_UPDATE;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.api.Function.VERIFY_FINAL;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.call.Signing.SignUpdate;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.Arrays;
import javax.crypto.Cipher;

/// RSA signatures of PKCS #1 v1.5 and raw ones: sections 6.1.6, 6.1.12 and 6.1.14.
///
/// The key is imported and published, so the JDK's signature of the same data must be the same, and the other way
/// round.
@Chapter(id = "rsa", title = "RSA", section = "6.1")
record RsaSignatureTests(Bench bench) implements CryptoSuite {
    private static final byte[] MESSAGE = Data.counting(1000);
    private static final int MODULUS = 256;
    private static final Mechanism RAW = Mechanism.of(Ckm.RSA_X_509);
    private static final Mechanism PKCS = Mechanism.of(Ckm.RSA_PKCS);

    @Requirement(
            id = "rsa.import",
            functions = CREATE_OBJECT,
            section = {"6.1.2", "6.1.3"},
            rule = "RSA keys can be created from their numbers, which can be read again")
    void importing() {
        requires(Ckm.RSA_PKCS);
        Crypto crypto = crypto();
        Vector key = Keys.rsa();
        long publicKey = crypto.session().creating(Keys.rsaPublic(Cka.VERIFY)).value();
        crypto.item(publicKey).has(Cka.MODULUS, key.bytes("n")).has(Cka.MODULUS_BITS, 2048);
        long privateKey = crypto.session().creating(Keys.rsaPrivate(Cka.SIGN)).value();
        crypto.item(privateKey)
                .has(Cka.MODULUS, key.bytes("n"))
                .has(Cka.PUBLIC_EXPONENT, key.bytes("e"))
                .has(Cka.PRIVATE_EXPONENT, key.bytes("d"));
    }

    @Requirement(
            id = "rsa.pkcs.sign",
            functions = SIGN,
            section = "6.1.14",
            rule = "A PKCS #1 v1.5 signature with {0} is the one that the JDK makes with the same key")
    void signing(Hash hash) {
        Crypto crypto = with(hash.rsaPkcs());
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        same("signature", jdk(hash), crypto.sign(Mechanism.of(hash.rsaPkcs()), key, MESSAGE));
    }

    @Requirement(
            id = "rsa.pkcs.verify",
            functions = VERIFY,
            section = {"5.15.2", "6.1.14"},
            rule = "The JDK's PKCS #1 v1.5 signature with {0} is accepted; with a changed message it is"
                    + " CKR_SIGNATURE_INVALID")
    void verifying(Hash hash) {
        Crypto crypto = with(hash.rsaPkcs());
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        Mechanism mechanism = Mechanism.of(hash.rsaPkcs());
        crypto.verify(mechanism, key, MESSAGE, jdk(hash)).succeeds();
        crypto.verify(mechanism, key, Keys.spoiled(MESSAGE, 0), jdk(hash)).returns(Ckr.SIGNATURE_INVALID);
    }

    @Requirement(
            id = "rsa.pkcs.parts",
            functions = {SIGN_UPDATE, SIGN_FINAL, VERIFY_FINAL},
            section = {"5.13.3", "5.15.3", "6.1.14"},
            rule = "PKCS #1 v1.5 signatures with {0} can be made and verified in parts")
    void parts(Hash hash) {
        Crypto crypto = with(hash.rsaPkcs());
        Mechanism mechanism = Mechanism.of(hash.rsaPkcs());
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        same("signature", jdk(hash), crypto.sign(mechanism, privateKey, Data.parts(MESSAGE)));
        crypto.verify(mechanism, publicKey, Data.parts(MESSAGE), jdk(hash)).succeeds();
    }

    @Requirement(
            id = "rsa.pkcs.vectors",
            functions = VERIFY,
            section = "6.1.14",
            rule = "Of NIST's signatures with SHA-1 the right one is accepted; those whose padding is wrong are"
                    + " CKR_SIGNATURE_INVALID")
    void vectors() {
        Crypto crypto = with(Ckm.SHA1_RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        each(
                Vectors.of("rsa-signatures"),
                vector -> crypto.verify(
                                Mechanism.of(Ckm.SHA1_RSA_PKCS),
                                key,
                                vector.bytes("message"),
                                vector.bytes("signature"))
                        .returns(vector.text("valid").equals("true") ? Ckr.OK : Ckr.SIGNATURE_INVALID));
    }

    @Requirement(
            id = "rsa.pkcs.wrong-length",
            functions = VERIFY,
            section = {"5.1.6", "5.15.2", "6.1.14"},
            rule = "A signature shorter or longer than the modulus is CKR_SIGNATURE_LEN_RANGE")
    void wrongLength() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        Mechanism mechanism = Mechanism.of(Ckm.SHA256_RSA_PKCS);
        byte[] signature = jdk(Hash.SHA256);
        crypto.verify(mechanism, key, MESSAGE, Data.part(signature, 0, MODULUS - 1))
                .returns(Ckr.SIGNATURE_LEN_RANGE);
        crypto.verify(mechanism, key, MESSAGE, Data.joined(signature, new byte[1]))
                .returns(Ckr.SIGNATURE_LEN_RANGE);
    }

    @Requirement(
            id = "rsa.pkcs.no-hash",
            functions = {SIGN, VERIFY},
            section = "6.1.6",
            rule = "CKM_RSA_PKCS signs data as it is, with padding of block type 01, as raw RSA in the JDK shows")
    void withoutHash() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        byte[] data = Data.counting(35);
        byte[] signature = crypto.sign(PKCS, privateKey, data);
        same("signature undone", type01(data), Jdk.rsa(Cipher.ENCRYPT_MODE, "NoPadding", Jdk.rsaPublic(), signature));
        crypto.verify(PKCS, publicKey, data, signature).succeeds();
        crypto.verify(PKCS, publicKey, Keys.spoiled(data, 34), signature).returns(Ckr.SIGNATURE_INVALID);
    }

    @Requirement(
            id = "rsa.pkcs.data-length",
            functions = SIGN,
            section = {"5.13.2", "6.1.6"},
            rule = "CKM_RSA_PKCS signs up to 11 bytes less than the modulus has; more is CKR_DATA_LEN_RANGE")
    void dataLength() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        byte[] most = Data.counting(MODULUS - 11);
        same(
                "signature undone",
                type01(most),
                Jdk.rsa(Cipher.ENCRYPT_MODE, "NoPadding", Jdk.rsaPublic(), crypto.sign(PKCS, key, most)));
        crypto.signing(PKCS, key, Data.counting(MODULUS - 10)).returns(Ckr.DATA_LEN_RANGE);
    }

    /// The text says "single-part only" and no more; any refusal will do.
    @Requirement(
            id = "rsa.pkcs.single-part",
            functions = SIGN_UPDATE,
            section = {"6.1", "6.1.6"},
            rule = "CKM_RSA_PKCS signs in a single part only: C_SignUpdate fails")
    void singlePart() {
        Crypto crypto = with(Ckm.RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        expect(new SignInit(crypto.handle(), PKCS, key)).succeeds();
        expect(new SignUpdate(crypto.handle(), Bytes.of(Data.counting(4)))).fails();
    }

    @Requirement(
            id = "rsa.raw.sign",
            functions = {SIGN, VERIFY},
            section = "6.1.12",
            rule = "CKM_RSA_X_509 signs by exponentiation alone, data padded with zeros in front, as the JDK shows")
    void raw() {
        Crypto crypto = with(Ckm.RSA_X_509);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        byte[] data = Data.counting(100);
        byte[] padded = Data.joined(new byte[MODULUS - 100], data);
        byte[] expected = Jdk.rsa(Cipher.DECRYPT_MODE, "NoPadding", Jdk.rsaPrivate(), padded);
        same("signature", expected, crypto.sign(RAW, privateKey, data));
        crypto.verify(RAW, publicKey, data, expected).succeeds();
    }

    @Requirement(
            id = "rsa.raw.too-large",
            functions = SIGN,
            section = "6.1.12",
            rule = "CKM_RSA_X_509 refuses data as long as the modulus and not less than it: CKR_DATA_INVALID")
    void rawDataNotBelowTheModulus() {
        Crypto crypto = with(Ckm.RSA_X_509);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        crypto.signing(RAW, key, Keys.rsa().bytes("n")).returns(Ckr.DATA_INVALID);
    }

    @Requirement(
            id = "rsa.raw.too-long",
            functions = SIGN,
            section = {"5.13.2", "6.1.12"},
            rule = "CKM_RSA_X_509 refuses data longer than the modulus: CKR_DATA_LEN_RANGE")
    void rawDataTooLong() {
        Crypto crypto = with(Ckm.RSA_X_509);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN));
        crypto.signing(RAW, key, new byte[MODULUS + 1]).returns(Ckr.DATA_LEN_RANGE);
    }

    @Requirement(
            id = "rsa.verify-needs-public-key",
            functions = SIGN,
            section = {"5.1.6", "5.13.1", "6.1.14"},
            rule = "C_SignInit with a public key is CKR_KEY_TYPE_INCONSISTENT or CKR_KEY_FUNCTION_NOT_PERMITTED")
    void signingWithAPublicKey() {
        Crypto crypto = with(Ckm.SHA256_RSA_PKCS);
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY));
        expect(new SignInit(crypto.handle(), Mechanism.of(Ckm.SHA256_RSA_PKCS), key))
                .returns(Ckr.KEY_TYPE_INCONSISTENT, Ckr.KEY_FUNCTION_NOT_PERMITTED);
    }

    private Crypto with(long mechanism) {
        requires(mechanism, Ckf.SIGN, Ckf.VERIFY);
        return crypto();
    }

    private static byte[] jdk(Hash hash) {
        return Jdk.sign(hash.jdkPrefix() + "withRSA", null, Jdk.rsaPrivate(), MESSAGE);
    }

    private static byte[] type01(byte[] data) {
        byte[] block = Data.joined(new byte[MODULUS - data.length], data);
        Arrays.fill(block, 2, MODULUS - data.length - 1, (byte) 0xff);
        block[1] = 1;
        return block;
    }
}
