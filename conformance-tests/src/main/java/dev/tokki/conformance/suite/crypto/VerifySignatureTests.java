package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.VERIFY_SIGNATURE;
import static dev.tokki.api.Function.VERIFY_SIGNATURE_FINAL;
import static dev.tokki.api.Function.VERIFY_SIGNATURE_INIT;
import static dev.tokki.api.Function.VERIFY_SIGNATURE_UPDATE;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Version;
import dev.tokki.api.call.Verification.VerifySignature;
import dev.tokki.api.call.Verification.VerifySignatureFinal;
import dev.tokki.api.call.Verification.VerifySignatureInit;
import dev.tokki.api.call.Verification.VerifySignatureUpdate;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;

/// Verifying a signature that is given first, sections 5.15.7 to 5.15.10, new in version 3.2.
@Chapter(id = "verify-signature", title = "Signature given first", section = "5.15.7")
record VerifySignatureTests(Bench bench) implements CryptoSuite {
    private static final byte[] MESSAGE = Data.counting(300);

    @Requirement(
            id = "verify-signature.one-part",
            functions = {VERIFY_SIGNATURE_INIT, VERIFY_SIGNATURE},
            section = {"5.15.7", "5.15.8"},
            rule = "C_VerifySignature accepts a right signature of {0}; a wrong one is CKR_SIGNATURE_INVALID")
    void onePart(Signed signed) {
        Session session = with(signed);
        long key = key(session, signed);
        begin(session, signed, key, signed.signature());
        expect(new VerifySignature(session.handle(), Bytes.of(MESSAGE))).succeeds();
        begin(session, signed, key, signed.signature());
        expect(new VerifySignature(session.handle(), Bytes.of(Keys.spoiled(MESSAGE, 0))))
                .returns(Ckr.SIGNATURE_INVALID);
    }

    @Requirement(
            id = "verify-signature.parts",
            functions = {VERIFY_SIGNATURE_UPDATE, VERIFY_SIGNATURE_FINAL},
            section = {"5.15.9", "5.15.10"},
            rule = "C_VerifySignatureFinal accepts a right signature of {0} on data given in parts; a wrong one is"
                    + " CKR_SIGNATURE_INVALID")
    void parts(Signed signed) {
        Session session = with(signed);
        long key = key(session, signed);
        begin(session, signed, key, signed.signature());
        update(session);
        expect(new VerifySignatureFinal(session.handle())).succeeds();
        begin(session, signed, key, Keys.spoiled(signed.signature(), 5));
        update(session);
        expect(new VerifySignatureFinal(session.handle())).returns(Ckr.SIGNATURE_INVALID);
        expect(new VerifySignatureFinal(session.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "verify-signature.length",
            functions = {VERIFY_SIGNATURE_INIT, VERIFY_SIGNATURE},
            section = "5.15.7",
            rule =
                    "A signature of {0} of the wrong length is CKR_SIGNATURE_LEN_RANGE at the beginning, where no operation"
                            + " begins, or at the end")
    void wrongLength(Signed signed) {
        Session session = with(signed);
        byte[] shorter = Data.part(signed.signature(), 0, signed.signature().length - 1);
        Answer<Void> begun = expect(
                new VerifySignatureInit(session.handle(), signed.mechanism(), key(session, signed), Bytes.of(shorter)));
        begun.returns(Ckr.OK, Ckr.SIGNATURE_LEN_RANGE);
        expect(new VerifySignature(session.handle(), Bytes.of(MESSAGE)))
                .returns(begun.rv().isOk() ? Ckr.SIGNATURE_LEN_RANGE : Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "verify-signature.usage",
            functions = VERIFY_SIGNATURE_INIT,
            section = {"5.1.6", "5.15.7"},
            rule = "A key whose CKA_VERIFY is false is CKR_KEY_FUNCTION_NOT_PERMITTED")
    void verifyingMustBePermitted() {
        Session session = with(Signed.HMAC);
        long key = session.create(Keys.generic(Cka.SIGN).with(Cka.VERIFY, false));
        expect(new VerifySignatureInit(
                        session.handle(), Signed.HMAC.mechanism(), key, Bytes.of(Signed.HMAC.signature())))
                .returns(Ckr.KEY_FUNCTION_NOT_PERMITTED);
    }

    @Requirement(
            id = "verify-signature.cancel",
            functions = VERIFY_SIGNATURE_INIT,
            section = "5.15.7",
            rule = "C_VerifySignatureInit with NULL_PTR for the mechanism ends the active operation")
    void cancelling() {
        Session session = with(Signed.HMAC);
        long key = key(session, Signed.HMAC);
        begin(session, Signed.HMAC, key, Signed.HMAC.signature());
        Answer<Void> cancelled = expect(new VerifySignatureInit(session.handle(), null, key, Bytes.NULL));
        cancelled.returns(Ckr.OK, Ckr.OPERATION_CANCEL_FAILED);
        expect(new VerifySignature(session.handle(), Bytes.of(MESSAGE)))
                .returns(cancelled.rv().isOk() ? Ckr.OPERATION_NOT_INITIALIZED : Ckr.OK);
    }

    private Session with(Signed signed) {
        requires(Version.V3_2);
        requires(signed.mechanism(), Ckf.VERIFY);
        Session session = userSession();
        requires(new VerifySignatureFinal(session.handle()));
        return session;
    }

    private void begin(Session session, Signed signed, long key, byte[] signature) {
        expect(new VerifySignatureInit(session.handle(), signed.mechanism(), key, Bytes.of(signature)))
                .succeeds();
    }

    private void update(Session session) {
        Data.parts(MESSAGE)
                .forEach(part -> expect(new VerifySignatureUpdate(session.handle(), Bytes.of(part)))
                        .succeeds());
    }

    private static long key(Session session, Signed signed) {
        return session.create(
                switch (signed) {
                    case HMAC -> Keys.generic(Cka.VERIFY);
                    case RSA -> Keys.rsaPublic(Cka.VERIFY);
                });
    }

    /// "Any mechanism that supports C_VerifyInit must also support C_VerifySignatureInit": two of them.
    enum Signed {
        HMAC(Ckm.SHA256_HMAC),
        RSA(Ckm.SHA256_RSA_PKCS);

        private final long mechanism;

        Signed(long mechanism) {
            this.mechanism = mechanism;
        }

        private Mechanism mechanism() {
            return Mechanism.of(mechanism);
        }

        private byte[] signature() {
            return switch (this) {
                case HMAC -> Jdk.hmac(Hash.SHA256, Keys.genericValue(), MESSAGE);
                case RSA -> Jdk.sign("SHA256withRSA", null, Jdk.rsaPrivate(), MESSAGE);
            };
        }
    }
}
