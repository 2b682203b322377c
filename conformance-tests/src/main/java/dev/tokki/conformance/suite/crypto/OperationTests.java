package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.DECRYPT;
import static dev.tokki.api.Function.DIGEST;
import static dev.tokki.api.Function.ENCRYPT;
import static dev.tokki.api.Function.LOGOUT;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.VERIFY;
import static dev.tokki.conformance.suite.crypto.Kind.DATA;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;

/// When an operation goes on and when it ends, sections 5.8, 5.10, 5.12, 5.13 and 5.15.
@Chapter(id = "operation", title = "Life of an operation", section = "5.8")
record OperationTests(Bench bench) implements CryptoSuite {
    @Requirement(
            id = "operation.one-part",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.8.2", "5.10.2", "5.12.2", "5.13.2", "5.15.2"},
            rule = "A successful {0} ends the operation: a second one answers CKR_OPERATION_NOT_INITIALIZED")
    void successEndsIt(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        expect(kind.onePart(session.handle(), Bytes.of(DATA))).succeeds();
        expect(kind.onePart(session.handle(), Bytes.of(DATA))).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "operation.parts",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.8.4", "5.10.4", "5.12.5", "5.13.4", "5.15.4"},
            rule = "The same as {0} can be had in parts of any length, of which one may be empty")
    void partsOfAnyLength(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        Data.parts(DATA)
                .forEach(part ->
                        expect(kind.update(session.handle(), Bytes.of(part))).succeeds());
        expect(kind.last(session.handle())).succeeds();
        expect(kind.last(session.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "operation.error-ends",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.8.2", "5.10.2", "5.12.2", "5.13.2", "5.15.2"},
            rule = "{0} ends the operation with any error but CKR_BUFFER_TOO_SMALL")
    void anErrorEndsIt(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        expect(kind.mistake(session.handle())).fails();
        expect(kind.onePart(session.handle(), Bytes.of(DATA))).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "operation.error-ends-parts",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.8.3", "5.10.3", "5.12.3", "5.13.3", "5.15.3"},
            rule = "The Update function that belongs to {0} ends the operation with any error but CKR_BUFFER_TOO_SMALL")
    void anErrorOfAPartEndsIt(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        expect(kind.update(session.handle(), Bytes.nullOf(DATA.length))).fails();
        expect(kind.last(session.handle())).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    /// The text forbids it and names no return value; both that say something of an operation are accepted.
    @Requirement(
            id = "operation.one-part-after-update",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.8.2", "5.10.2", "5.12.2", "5.13.2", "5.15.2"},
            rule = "{0} cannot end an operation that has begun in parts")
    void onePartCannotFollowParts(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        expect(kind.update(session.handle(), Bytes.of(Data.part(DATA, 0, 16)))).succeeds();
        expect(kind.onePart(session.handle(), Bytes.of(DATA)))
                .returns(Ckr.OPERATION_ACTIVE, Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "operation.zero-length",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"6.10.5", "6.20.2", "6.22.3"},
            rule = "{0} accepts data of no bytes where the mechanism sets no least length")
    void dataMayBeEmpty(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        expect(kind.onePart(session.handle(), Bytes.EMPTY)).succeeds();
    }

    /// The text does not say whether NULL_PTR with length 0 is data of no bytes, so a refusal is accepted.
    @Requirement(
            id = "operation.zero-length-null",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.1.6", "6.10.5", "6.20.2", "6.22.3"},
            rule = "{0} takes NULL_PTR with length 0 for no data, or refuses it with CKR_ARGUMENTS_BAD")
    void nullWithLengthZero(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        expect(kind.onePart(session.handle(), Bytes.NULL)).returns(Ckr.OK, Ckr.ARGUMENTS_BAD);
    }

    @Requirement(
            id = "operation.null-data",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.1.6", "5.8.2", "5.10.2", "5.12.2", "5.13.2", "5.15.2"},
            rule = "{0} refuses NULL_PTR with a length as CKR_ARGUMENTS_BAD")
    void nullIsNoData(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        expect(kind.onePart(session.handle(), Bytes.nullOf(DATA.length))).returns(Ckr.ARGUMENTS_BAD);
    }

    @Requirement(
            id = "operation.active",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.1.6", "5.8.1", "5.10.1", "5.12.1", "5.13.1", "5.15.1"},
            rule = "While an operation is active, the Init function of {0} answers CKR_OPERATION_ACTIVE")
    void oneAtATime(Kind kind) {
        Session session = userSession();
        long key = begin(session, kind);
        expect(kind.init(session.handle(), kind.mechanism(), key)).returns(Ckr.OPERATION_ACTIVE);
    }

    @Requirement(
            id = "operation.active-goes-on",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.8.1", "5.10.1", "5.12.1", "5.13.1", "5.15.1"},
            rule = "An Init function refused with CKR_OPERATION_ACTIVE leaves the operation of {0} as it was")
    void theRefusedBeginningChangesNothing(Kind kind) {
        Session session = userSession();
        long key = begin(session, kind);
        expect(kind.init(session.handle(), kind.mechanism(), key)).fails();
        expect(kind.onePart(session.handle(), Bytes.of(DATA))).succeeds();
    }

    @Requirement(
            id = "operation.sessions-apart",
            functions = {ENCRYPT, DECRYPT, DIGEST, SIGN, VERIFY},
            section = {"5.8.1", "5.10.1", "5.12.1", "5.13.1", "5.15.1"},
            rule = "{0} in one session is no concern of another session")
    void sessionsAreApart(Kind kind) {
        Session session = userSession();
        long key = begin(session, kind);
        Session other = session();
        expect(kind.onePart(other.handle(), Bytes.of(DATA))).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(kind.init(other.handle(), kind.mechanism(), key)).succeeds();
        expect(kind.onePart(other.handle(), Bytes.of(DATA))).succeeds();
        expect(kind.onePart(session.handle(), Bytes.of(DATA))).succeeds();
    }

    /// Whether the operation is still active is left open; both readings are accepted.
    @Requirement(
            id = "operation.logout",
            functions = {LOGOUT, ENCRYPT, DECRYPT, SIGN, VERIFY},
            section = "5.6.10",
            rule = "After C_Logout an active operation goes on, or {0} says that it does not")
    void logoutMayEndIt(Keyed keyed) {
        Session session = userSession();
        begin(session, keyed.kind());
        session.logout();
        expect(keyed.kind().onePart(session.handle(), Bytes.of(DATA)))
                .returns(Ckr.OK, Ckr.OPERATION_NOT_INITIALIZED, Ckr.USER_NOT_LOGGED_IN);
    }
}
