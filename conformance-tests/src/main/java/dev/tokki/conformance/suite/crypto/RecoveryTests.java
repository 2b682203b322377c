package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.SIGN_RECOVER;
import static dev.tokki.api.Function.SIGN_RECOVER_INIT;
import static dev.tokki.api.Function.VERIFY_RECOVER;
import static dev.tokki.api.Function.VERIFY_RECOVER_INIT;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
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

    private Crypto with(long use) {
        requires(Ckm.RSA_PKCS, use);
        return crypto();
    }

    private static byte[] signature() {
        return Jdk.rsa(Cipher.ENCRYPT_MODE, "PKCS1Padding", Jdk.rsaPrivate(), DATA);
    }
}
