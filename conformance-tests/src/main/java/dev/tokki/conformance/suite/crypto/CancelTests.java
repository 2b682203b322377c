package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT_INIT;
import static dev.tokki.api.Function.DIGEST_INIT;
import static dev.tokki.api.Function.ENCRYPT_INIT;
import static dev.tokki.api.Function.SESSION_CANCEL;
import static dev.tokki.api.Function.SIGN_INIT;
import static dev.tokki.api.Function.VERIFY_INIT;
import static dev.tokki.conformance.suite.crypto.Kind.DATA;

import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;

/// Ending an operation without its result, which came with version 3.0: sections 5.6.5, 5.8.1 and their kin.
@Chapter(id = "operation", title = "Life of an operation", section = "5.8")
record CancelTests(Bench bench) implements CryptoSuite {
    /// A module that cannot cancel says so with CKR_OPERATION_CANCEL_FAILED.
    @Requirement(
            id = "operation.cancel-by-null",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, DIGEST_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.8.1", "5.10.1", "5.12.1", "5.13.1", "5.15.1"},
            rule = "The Init function of {0} with NULL_PTR for the mechanism ends the active operation")
    void nullMechanismCancels(Kind kind) {
        requires(Version.V3_0);
        Session session = userSession();
        long key = begin(session, kind);
        Answer<Void> cancelled = expect(kind.init(session.handle(), null, key));
        cancelled.returns(Ckr.OK, Ckr.OPERATION_CANCEL_FAILED);
        expect(kind.onePart(session.handle(), Bytes.of(DATA)))
                .returns(cancelled.rv().isOk() ? Ckr.OPERATION_NOT_INITIALIZED : Ckr.OK);
    }

    @Requirement(
            id = "operation.cancel-begun",
            functions = {ENCRYPT_INIT, DECRYPT_INIT, DIGEST_INIT, SIGN_INIT, VERIFY_INIT},
            section = {"5.8.1", "5.10.1", "5.12.1", "5.13.1", "5.15.1"},
            rule = "An operation of {0} that has taken a part can be ended by NULL_PTR and another one begun")
    void nullMechanismCancelsParts(Kind kind) {
        requires(Version.V3_0);
        Session session = userSession();
        long key = begin(session, kind);
        expect(kind.update(session.handle(), Bytes.of(Data.part(DATA, 0, 16)))).succeeds();
        expect(kind.init(session.handle(), null, key)).returns(Ckr.OK, Ckr.OPERATION_CANCEL_FAILED);
        Answer<Void> again = expect(kind.init(session.handle(), kind.mechanism(), key));
        again.returns(Ckr.OK, Ckr.OPERATION_ACTIVE);
        if (again.rv().isOk()) {
            expect(kind.onePart(session.handle(), Bytes.of(DATA))).succeeds();
        }
    }

    @Requirement(
            id = "operation.session-cancel",
            functions = SESSION_CANCEL,
            section = "5.6.5",
            rule = "C_SessionCancel with the flag of {0} ends the active operation")
    void sessionCancel(Kind kind) {
        Session session = cancellable();
        begin(session, kind);
        Answer<Void> cancelled = expect(new SessionCancel(session.handle(), kind.flag()));
        cancelled.returns(Ckr.OK, Ckr.OPERATION_CANCEL_FAILED);
        expect(kind.onePart(session.handle(), Bytes.of(DATA)))
                .returns(cancelled.rv().isOk() ? Ckr.OPERATION_NOT_INITIALIZED : Ckr.OK);
    }

    @Requirement(
            id = "operation.session-cancel-nothing",
            functions = SESSION_CANCEL,
            section = "5.6.5",
            rule = "C_SessionCancel without flags changes nothing: the operation of {0} goes on")
    void sessionCancelWithoutFlags(Kind kind) {
        Session session = cancellable();
        begin(session, kind);
        expect(new SessionCancel(session.handle(), 0)).succeeds();
        expect(kind.onePart(session.handle(), Bytes.of(DATA))).succeeds();
    }

    @Requirement(
            id = "operation.session-cancel-others",
            functions = SESSION_CANCEL,
            section = "5.6.5",
            rule = "C_SessionCancel ignores the flags of operations that are not active")
    void sessionCancelOfOthers() {
        Session session = cancellable();
        begin(session, Kind.DIGEST);
        expect(new SessionCancel(session.handle(), Ckf.ENCRYPT | Ckf.SIGN | Ckf.FIND_OBJECTS))
                .succeeds();
        expect(Kind.DIGEST.onePart(session.handle(), Bytes.of(DATA))).succeeds();
    }

    private Session cancellable() {
        requires(Version.V3_0);
        Session session = userSession();
        requires(new SessionCancel(session.handle(), 0));
        return session;
    }
}
