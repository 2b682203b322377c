package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.GET_OPERATION_STATE;
import static dev.tokki.api.Function.SET_OPERATION_STATE;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Sessions.GetOperationState;
import dev.tokki.api.call.Sessions.SetOperationState;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;

/// Operations saved and restored: sections 5.6.6 and 5.6.7.
///
/// A module that cannot save an operation says CKR_STATE_UNSAVEABLE, and does not support the test.
@Chapter(id = "operation-state", title = "Saved operations", section = "5.6.6")
record StateTests(Bench bench) implements CryptoSuite {
    private static final byte[] FIRST = Data.part(Kind.DATA, 0, 16);
    private static final byte[] SECOND = Data.part(Kind.DATA, 16, 32);

    @Requirement(
            id = "operation-state.continued",
            functions = {GET_OPERATION_STATE, SET_OPERATION_STATE},
            section = {"5.6.6", "5.6.7"},
            rule = "What {0} was doing is continued in another session as in the first")
    void continued(Kind kind) {
        Session session = userSession();
        long key = begin(session, kind);
        expect(kind.update(session.handle(), Bytes.of(FIRST))).succeeds();
        Bytes state = state(session);
        Bytes expected = end(kind, session);
        Session other = userSessionBeside(session);
        expect(restoring(other, kind, state, key)).succeeds();
        check("output", expected, end(kind, other));
    }

    @Requirement(
            id = "operation-state.again",
            functions = SET_OPERATION_STATE,
            section = "5.6.7",
            rule =
                    "A state can be restored over an operation that is active, which is cancelled, and several times: {0}")
    void restoredOverAnActiveOne(Kind kind) {
        Session session = userSession();
        long key = begin(session, kind);
        expect(kind.update(session.handle(), Bytes.of(FIRST))).succeeds();
        Bytes state = state(session);
        Bytes expected = end(kind, session);
        for (int time = 0; time < 2; time++) {
            expect(restoring(session, kind, state, key)).succeeds();
            expect(kind.update(session.handle(), Bytes.of(FIRST))).succeeds();
            expect(restoring(session, kind, state, key)).succeeds();
            check("output", expected, end(kind, session));
        }
    }

    @Requirement(
            id = "operation-state.key-needed",
            functions = SET_OPERATION_STATE,
            section = "5.6.7",
            rule = "Without the key of {0}, if the state does not hold it, it is CKR_KEY_NEEDED, with another key"
                    + " CKR_KEY_CHANGED; a digest needs none")
    void keyNeeded(Kind kind) {
        Session session = userSession();
        begin(session, kind);
        Bytes state = state(session);
        if (kind == Kind.DIGEST) {
            expect(restoring(session, kind, state, 0)).succeeds();
            return;
        }
        long other = session.create(
                kind == Kind.SIGN || kind == Kind.VERIFY
                        ? Keys.generic(Data.counting(20), Cka.SIGN, Cka.VERIFY)
                        : Keys.aes(Data.counting(16), Cka.ENCRYPT, Cka.DECRYPT));
        expect(restoring(session, kind, state, 0)).returns(Ckr.KEY_NEEDED, Ckr.OK);
        expect(restoring(session, kind, state, other)).returns(Ckr.KEY_CHANGED);
    }

    @Requirement(
            id = "operation-state.key-not-needed",
            functions = SET_OPERATION_STATE,
            section = "5.6.7",
            rule = "A key for which the state has no operation is CKR_KEY_NOT_NEEDED")
    void keyNotNeeded() {
        Session session = userSession();
        begin(session, Kind.DIGEST);
        Bytes state = state(session);
        long aes = session.create(Keys.aes(Cka.ENCRYPT));
        long mac = session.create(Keys.generic(Cka.SIGN));
        expect(new SetOperationState(session.handle(), state, aes, 0)).returns(Ckr.KEY_NOT_NEEDED);
        expect(new SetOperationState(session.handle(), state, 0, mac)).returns(Ckr.KEY_NOT_NEEDED);
        expect(new SetOperationState(session.handle(), state, 0, 0)).succeeds();
    }

    @Requirement(
            id = "operation-state.spoiled",
            functions = SET_OPERATION_STATE,
            section = "5.6.7",
            rule = "A state with one bit changed, one cut short, and none at all are CKR_SAVED_STATE_INVALID")
    void spoiled() {
        Session session = userSession();
        begin(session, Kind.DIGEST);
        byte[] state = state(session).array();
        for (byte[] wrong : new byte[][] {
            Keys.spoiled(state, 0),
            Keys.spoiled(state, state.length - 1),
            Keys.spoiled(state, state.length / 2),
            Data.part(state, 0, state.length - 1),
            new byte[0]
        }) {
            expect(new SetOperationState(session.handle(), Bytes.of(wrong), 0, 0))
                    .returns(Ckr.SAVED_STATE_INVALID);
        }
    }

    @Requirement(
            id = "operation-state.session-state",
            functions = SET_OPERATION_STATE,
            section = "5.6.7",
            rule = "A state from a session of another state is CKR_SAVED_STATE_INVALID")
    void otherSessionState() {
        Session session = userSession();
        begin(session, Kind.DIGEST);
        Bytes state = state(session);
        Session readOnly = readOnlySession();
        expect(new SetOperationState(readOnly.handle(), state, 0, 0)).returns(Ckr.SAVED_STATE_INVALID);
    }

    @Requirement(
            id = "operation-state.none",
            functions = GET_OPERATION_STATE,
            section = "5.6.6",
            rule = "A session without operations, or with a search only, has no state: CKR_OPERATION_NOT_INITIALIZED")
    void nothingToSave() {
        Session session = userSession();
        begin(session, Kind.DIGEST);
        state(session);
        Session idle = userSessionBeside(session);
        expect(new GetOperationState(idle.handle(), Buffer.of(4096))).returns(Ckr.OPERATION_NOT_INITIALIZED);
        bench().perform(new FindObjectsInit(idle.handle(), Draft.of().template()));
        expect(new GetOperationState(idle.handle(), Buffer.of(4096))).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "operation-state.output",
            functions = GET_OPERATION_STATE,
            section = {"5.2", "5.6.6"},
            rule =
                    "The length of the state is told, a buffer that is too small is CKR_BUFFER_TOO_SMALL, and saving changes"
                            + " nothing")
    void output() {
        Session session = userSession();
        begin(session, Kind.DIGEST);
        expect(Kind.DIGEST.update(session.handle(), Bytes.of(FIRST))).succeeds();
        state(session);
        long length = expect(new GetOperationState(session.handle(), Buffer.query()))
                .value()
                .length();
        expect(new GetOperationState(session.handle(), Buffer.of(1))).returns(Ckr.BUFFER_TOO_SMALL);
        expect(new GetOperationState(session.handle(), Buffer.of(length))).succeeds();
        check("digest", Bytes.of(Jdk.digest(Hash.SHA256, Kind.DATA)), end(Kind.DIGEST, session));
    }

    @Requirement(
            id = "operation-state.both",
            functions = {GET_OPERATION_STATE, SET_OPERATION_STATE},
            section = "5.6.6",
            rule = "The state of a session with two operations holds both")
    void twoOperations() {
        Session session = userSession();
        long key = begin(session, Kind.ENCRYPT);
        begin(session, Kind.DIGEST);
        expect(Kind.ENCRYPT.update(session.handle(), Bytes.of(FIRST))).succeeds();
        expect(Kind.DIGEST.update(session.handle(), Bytes.of(FIRST))).succeeds();
        Bytes state = state(session);
        Session other = userSessionBeside(session);
        expect(restoring(other, Kind.ENCRYPT, state, key)).succeeds();
        check("digest", Bytes.of(Jdk.digest(Hash.SHA256, Kind.DATA)), end(Kind.DIGEST, other));
        check("ciphertext", end(Kind.ENCRYPT, session), end(Kind.ENCRYPT, other));
    }

    @Requirement(
            id = "operation-state.known-signature",
            functions = {GET_OPERATION_STATE, SET_OPERATION_STATE},
            section = {"5.6.6", "5.15.7"},
            rule = "A verification whose signature came first is continued as well, with the signature")
    void knownSignature() {
        Mechanism hmac = Mechanism.of(Ckm.SHA256_HMAC);
        Session session = userSession();
        long key = session.create(Keys.generic(Cka.VERIFY));
        Bytes signature = Bytes.of(Jdk.hmac(Hash.SHA256, Keys.genericValue(), Kind.DATA));
        requires(new Verification.VerifySignatureInit(session.handle(), null, 0, signature));
        expect(new Verification.VerifySignatureInit(session.handle(), hmac, key, signature))
                .succeeds();
        expect(new Verification.VerifySignatureUpdate(session.handle(), Bytes.of(FIRST)))
                .succeeds();
        Bytes state = state(session);
        Session other = userSessionBeside(session);
        expect(new SetOperationState(other.handle(), state, 0, key)).succeeds();
        expect(new Verification.VerifySignatureUpdate(other.handle(), Bytes.of(SECOND)))
                .succeeds();
        expect(new Verification.VerifySignatureFinal(other.handle())).succeeds();
    }

    private Bytes state(Session session) {
        Answer<Output> answer = expect(new GetOperationState(session.handle(), Buffer.of(8192)));
        if (answer.rv().is(Ckr.STATE_UNSAVEABLE)) {
            throw notSupported("it cannot save the operation");
        }
        return Bytes.of(answer.value().array());
    }

    private static SetOperationState restoring(Session session, Kind kind, Bytes state, long key) {
        boolean isCipher = kind == Kind.ENCRYPT || kind == Kind.DECRYPT;
        boolean isSignature = kind == Kind.SIGN || kind == Kind.VERIFY;
        return new SetOperationState(session.handle(), state, isCipher ? key : 0, isSignature ? key : 0);
    }

    /// Gives the second half and ends the operation.
    ///
    /// @return the output of both
    private Bytes end(Kind kind, Session session) {
        byte[] update = output(kind.update(session.handle(), Bytes.of(SECOND)));
        byte[] last = output(kind.last(session.handle()));
        return Bytes.of(Data.joined(update, last));
    }

    private byte[] output(Call<?> call) {
        return expect(call).succeeds().reply().value() instanceof Output output ? output.array() : new byte[0];
    }

    private static Session userSessionBeside(Session session) {
        return session.token().readWrite();
    }
}
