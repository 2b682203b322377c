package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.SIGN_RECOVER;
import static dev.tokki.api.Function.SIGN_RECOVER_INIT;
import static dev.tokki.api.Function.VERIFY_RECOVER;
import static dev.tokki.api.Function.VERIFY_RECOVER_INIT;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Version;
import dev.tokki.api.call.Signing.SignRecover;
import dev.tokki.api.call.Signing.SignRecoverInit;
import dev.tokki.api.call.Verification.VerifyRecover;
import dev.tokki.api.call.Verification.VerifyRecoverInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import javax.crypto.Cipher;

/// Signatures from which the data can be recovered: sections 5.13.5, 5.13.6, 5.15.5, 5.15.6 and 6.1.6.
@Chapter(id = "rsa", title = "RSA", section = "6.1")
record RecoveryTests(Bench bench) implements CryptoSuite {
    private static final Mechanism PKCS = Mechanism.of(Ckm.RSA_PKCS);
    private static final byte[] DATA = Data.counting(48);
    private static final int MODULUS = 256;

    @Requirement(
            id = "rsa.recover.sign",
            functions = {SIGN_RECOVER_INIT, SIGN_RECOVER},
            section = {"5.13.6", "6.1.6"},
            rule = "C_SignRecover with CKM_RSA_PKCS makes a signature from which the JDK recovers the data")
    void signing() {
        Crypto crypto = with(Ckf.SIGN_RECOVER);
        long key = crypto.session().create(Keys.rsaPrivate(Cka.SIGN_RECOVER));
        expect(new SignRecoverInit(crypto.handle(), PKCS, key)).succeeds();
        byte[] signature = expect(new SignRecover(crypto.handle(), Bytes.of(DATA), Buffer.of(MODULUS)))
                .value()
                .array();
        same("recovered by the JDK", DATA, Jdk.rsa(Cipher.DECRYPT_MODE, "PKCS1Padding", Jdk.rsaPublic(), signature));
    }

    @Requirement(
            id = "rsa.recover.verify",
            functions = {VERIFY_RECOVER_INIT, VERIFY_RECOVER},
            section = {"5.15.6", "6.1.6"},
            rule = "C_VerifyRecover with CKM_RSA_PKCS recovers the data that the JDK signed")
    void verifying() {
        Crypto crypto = with(Ckf.VERIFY_RECOVER);
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY_RECOVER));
        expect(new VerifyRecoverInit(crypto.handle(), PKCS, key)).succeeds();
        same(
                "recovered",
                DATA,
                expect(new VerifyRecover(crypto.handle(), Bytes.of(signature()), Buffer.of(MODULUS)))
                        .value()
                        .array());
    }

    @Requirement(
            id = "rsa.recover.wrong",
            functions = VERIFY_RECOVER,
            section = {"5.1.6", "5.15.6"},
            rule =
                    "C_VerifyRecover says CKR_SIGNATURE_INVALID of a wrong signature even if the buffer is too small, and"
                            + " CKR_SIGNATURE_LEN_RANGE of one that is too short")
    void wrongSignature() {
        Crypto crypto = with(Ckf.VERIFY_RECOVER);
        long key = crypto.session().create(Keys.rsaPublic(Cka.VERIFY_RECOVER));
        expect(new VerifyRecoverInit(crypto.handle(), PKCS, key)).succeeds();
        expect(new VerifyRecover(crypto.handle(), Bytes.of(Keys.spoiled(signature(), 200)), Buffer.of(1)))
                .returns(Ckr.SIGNATURE_INVALID);
        expect(new VerifyRecoverInit(crypto.handle(), PKCS, key)).succeeds();
        expect(new VerifyRecover(crypto.handle(), Bytes.of(Data.part(signature(), 0, MODULUS - 1)), Buffer.of(MODULUS)))
                .returns(Ckr.SIGNATURE_LEN_RANGE);
    }

    @Requirement(
            id = "rsa.recover.usage",
            functions = {SIGN_RECOVER_INIT, VERIFY_RECOVER_INIT},
            section = {"5.1.6", "5.13.5", "5.15.5"},
            rule = "Keys whose CKA_SIGN_RECOVER or CKA_VERIFY_RECOVER is false are CKR_KEY_FUNCTION_NOT_PERMITTED")
    void recoveryMustBePermitted() {
        Crypto crypto = with(Ckf.SIGN_RECOVER);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN).with(Cka.SIGN_RECOVER, false));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY).with(Cka.VERIFY_RECOVER, false));
        expect(new SignRecoverInit(crypto.handle(), PKCS, privateKey)).returns(Ckr.KEY_FUNCTION_NOT_PERMITTED);
        expect(new VerifyRecoverInit(crypto.handle(), PKCS, publicKey)).returns(Ckr.KEY_FUNCTION_NOT_PERMITTED);
    }

    @Requirement(
            id = "rsa.recover.raw",
            functions = {SIGN_RECOVER, VERIFY_RECOVER},
            section = {"5.13.6", "5.15.6", "6.1.12"},
            rule = "CKM_RSA_X_509 recovers the whole block, with the zeros in front of the data")
    void raw() {
        requires(Ckm.RSA_X_509, Ckf.SIGN_RECOVER, Ckf.VERIFY_RECOVER);
        Crypto crypto = crypto();
        Mechanism mechanism = Mechanism.of(Ckm.RSA_X_509);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN_RECOVER));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY_RECOVER));
        expect(new SignRecoverInit(crypto.handle(), mechanism, privateKey)).succeeds();
        byte[] signature = expect(new SignRecover(crypto.handle(), Bytes.of(DATA), Buffer.of(MODULUS)))
                .value()
                .array();
        expect(new VerifyRecoverInit(crypto.handle(), mechanism, publicKey)).succeeds();
        byte[] block = expect(new VerifyRecover(crypto.handle(), Bytes.of(signature), Buffer.of(MODULUS)))
                .value()
                .array();
        check("length of the block", MODULUS, block.length);
        same("its end", DATA, Data.part(block, MODULUS - DATA.length, MODULUS));
    }

    @Requirement(
            id = "rsa.recover.output",
            functions = {SIGN_RECOVER, VERIFY_RECOVER},
            section = {"5.2", "5.13.6", "5.15.6"},
            rule =
                    "A length query and a buffer that is too small leave both operations active, and the output ends them")
    void output() {
        Crypto crypto = with(Ckf.SIGN_RECOVER);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN_RECOVER));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY_RECOVER));
        Bytes data = Bytes.of(DATA);
        expect(new SignRecoverInit(crypto.handle(), PKCS, privateKey)).succeeds();
        check(
                "length of the signature",
                (long) MODULUS,
                expect(new SignRecover(crypto.handle(), data, Buffer.query()))
                        .value()
                        .length());
        expect(new SignRecover(crypto.handle(), data, Buffer.of(MODULUS - 1))).returns(Ckr.BUFFER_TOO_SMALL);
        Bytes signature = Bytes.of(expect(new SignRecover(crypto.handle(), data, Buffer.of(MODULUS)))
                .value()
                .array());
        expect(new SignRecover(crypto.handle(), data, Buffer.of(MODULUS))).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new VerifyRecoverInit(crypto.handle(), PKCS, publicKey)).succeeds();
        expect(new VerifyRecover(crypto.handle(), signature, Buffer.query())).succeeds();
        expect(new VerifyRecover(crypto.handle(), signature, Buffer.of(DATA.length - 1)))
                .returns(Ckr.BUFFER_TOO_SMALL);
        same(
                "recovered",
                DATA,
                expect(new VerifyRecover(crypto.handle(), signature, Buffer.of(DATA.length)))
                        .value()
                        .array());
        expect(new VerifyRecover(crypto.handle(), signature, Buffer.of(MODULUS)))
                .returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "rsa.recover.active",
            functions = {SIGN_RECOVER_INIT, VERIFY_RECOVER_INIT},
            section = {"5.13.5", "5.15.5"},
            rule =
                    "A second C_SignRecoverInit or C_VerifyRecoverInit is CKR_OPERATION_ACTIVE; NULL_PTR for the mechanism"
                            + " ends the first")
    void oneAtATime() {
        Crypto crypto = with(Ckf.SIGN_RECOVER);
        long privateKey = crypto.session().create(Keys.rsaPrivate(Cka.SIGN_RECOVER));
        long publicKey = crypto.session().create(Keys.rsaPublic(Cka.VERIFY_RECOVER));
        expect(new SignRecoverInit(crypto.handle(), PKCS, privateKey)).succeeds();
        expect(new SignRecoverInit(crypto.handle(), PKCS, privateKey)).returns(Ckr.OPERATION_ACTIVE);
        expect(new VerifyRecoverInit(crypto.handle(), PKCS, publicKey)).returns(Ckr.OK, Ckr.OPERATION_ACTIVE);
        expect(new VerifyRecoverInit(crypto.handle(), PKCS, publicKey)).returns(Ckr.OPERATION_ACTIVE);
        requires(Version.V3_0);
        expect(new SignRecoverInit(crypto.handle(), null, 0)).returns(Ckr.OK, Ckr.OPERATION_CANCEL_FAILED);
        expect(new VerifyRecoverInit(crypto.handle(), null, 0)).returns(Ckr.OK, Ckr.OPERATION_CANCEL_FAILED);
    }

    private Crypto with(long use) {
        requires(Ckm.RSA_PKCS, use);
        return crypto();
    }

    private static byte[] signature() {
        return Jdk.rsa(Cipher.ENCRYPT_MODE, "PKCS1Padding", Jdk.rsaPrivate(), DATA);
    }
}
