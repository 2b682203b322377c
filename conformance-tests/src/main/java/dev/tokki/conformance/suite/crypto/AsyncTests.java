package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.ASYNC_COMPLETE;
import static dev.tokki.api.Function.ASYNC_GET_ID;
import static dev.tokki.api.Function.ASYNC_JOIN;
import static dev.tokki.api.Function.CLOSE_SESSION;
import static dev.tokki.api.Function.FINALIZE;
import static dev.tokki.api.Function.MESSAGE_SIGN_INIT;
import static dev.tokki.api.Function.OPEN_SESSION;
import static dev.tokki.api.Function.SESSION_CANCEL;
import static dev.tokki.api.Function.SIGN_MESSAGE;
import static dev.tokki.api.Function.WRAP_KEY;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Out;
import dev.tokki.api.Version;
import dev.tokki.api.call.Asynchronous.AsyncComplete;
import dev.tokki.api.call.Asynchronous.AsyncGetID;
import dev.tokki.api.call.Asynchronous.AsyncJoin;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.KeyManagement.GenerateKey;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.KeyManagement.WrapKey;
import dev.tokki.api.call.MessageSigning;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.User;
import java.util.concurrent.locks.LockSupport;

/// Asynchronous sessions: sections 5.6.1 and 5.21.
///
/// A module may answer every call at once, even in such a session; what is demanded then is the result alone.
@Chapter(id = "async", title = "Asynchronous sessions", section = "5.21")
record AsyncTests(Bench bench) implements CryptoSuite {
    private static final byte[] DATA = Data.counting(40);
    private static final Mechanism HMAC = Mechanism.of(Ckm.SHA256_HMAC);

    @Requirement(
            id = "async.sign",
            functions = {ASYNC_COMPLETE, OPEN_SESSION},
            section = {"5.6.1", "5.21.1"},
            rule = "What C_Sign answers with CKR_PENDING, C_AsyncComplete gives in the end: the right signature, once")
    void signature() {
        Session beside = userSession();
        Session session = opened(beside);
        long key = beside.create(Keys.generic(Cka.SIGN));
        begin(session, new Signing.SignInit(session.handle(), HMAC, key));
        Answer<?> called = expect(new Signing.Sign(session.handle(), Bytes.of(DATA), Buffer.of(64)));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it signs at once");
        }
        AsyncData result = completed(session, "C_Sign").value();
        same(
                "signature",
                Jdk.hmac(Hash.SHA256, Keys.genericValue(), DATA),
                result.value().array());
        check("length", 32L, result.length());
        expect(new AsyncComplete(session.handle(), "C_Sign")).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "async.verify",
            functions = ASYNC_COMPLETE,
            section = "5.21.1",
            rule =
                    "C_AsyncComplete returns what the function returns: CKR_SIGNATURE_INVALID; no place for a result is needed")
    void returnValue() {
        Session beside = userSession();
        Session session = opened(beside);
        long key = beside.create(Keys.generic(Cka.VERIFY));
        begin(session, new Verification.VerifyInit(session.handle(), HMAC, key));
        Answer<?> called = expect(new Verification.Verify(session.handle(), Bytes.of(DATA), Bytes.of(new byte[32])));
        if (called.returns(Ckr.PENDING, Ckr.SIGNATURE_INVALID).rv().is(Ckr.PENDING)) {
            completedWithoutPlace(session, "C_Verify").returns(Ckr.SIGNATURE_INVALID);
        }
    }

    @Requirement(
            id = "async.output",
            functions = ASYNC_COMPLETE,
            section = "5.21.1",
            rule = "A length query and a buffer that is too small are never CKR_PENDING")
    void shortBuffer() {
        Session beside = userSession();
        Session session = opened(beside);
        long key = beside.create(Keys.generic(Cka.SIGN));
        begin(session, new Signing.SignInit(session.handle(), HMAC, key));
        expect(new Signing.Sign(session.handle(), Bytes.of(DATA), Buffer.query()))
                .succeeds();
        expect(new Signing.Sign(session.handle(), Bytes.of(DATA), Buffer.of(31)))
                .returns(Ckr.BUFFER_TOO_SMALL);
    }

    @Requirement(
            id = "async.generate",
            functions = ASYNC_COMPLETE,
            section = "5.21.1",
            rule = "C_AsyncComplete gives the handles of a key pair that is generated in background")
    void keyPair() {
        Session beside = userSession();
        Session session = opened(beside);
        Answer<?> called = expect(pair(session, false));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it generates at once");
        }
        AsyncData result = completed(session, "C_GenerateKeyPair").value();
        beside.item(result.object()).has(Cka.LABEL, "async");
        beside.item(result.additionalObject()).has(Cka.LABEL, "async");
    }

    @Requirement(
            id = "async.unknown",
            functions = {ASYNC_COMPLETE, ASYNC_GET_ID, ASYNC_JOIN},
            section = {"5.21.1", "5.21.2", "5.21.3"},
            rule = "A function that does not run is CKR_OPERATION_NOT_INITIALIZED, an identifier of nothing is"
                    + " CKR_SAVED_STATE_INVALID, no name at all is CKR_ARGUMENTS_BAD")
    void unknown() {
        Session session = async();
        expect(new AsyncComplete(session.handle(), "C_Sign")).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new AsyncGetID(session.handle(), "C_Sign")).returns(Ckr.OPERATION_NOT_INITIALIZED);
        expect(new AsyncJoin(session.handle(), "C_Sign", 12345, Fill.of(64))).returns(Ckr.SAVED_STATE_INVALID);
        expect(new AsyncComplete(session.handle(), null)).returns(Ckr.ARGUMENTS_BAD);
        expect(new AsyncGetID(session.handle(), "nothing")).returns(Ckr.ARGUMENTS_BAD);
        expect(new AsyncJoin(session.handle(), null, 0, Fill.of(64))).returns(Ckr.ARGUMENTS_BAD);
    }

    @Requirement(
            id = "async.join",
            functions = {ASYNC_GET_ID, ASYNC_JOIN, ASYNC_COMPLETE},
            section = {"5.21.2", "5.21.3"},
            rule =
                    "A key that is generated in background is joined by its identifier from another session, after the first"
                            + " was closed")
    void joined() {
        Session other = userSession();
        Session session = opened(other);
        Answer<?> called = expect(pair(session, true));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it generates at once");
        }
        Answer<Long> id = expect(new AsyncGetID(session.handle(), "C_GenerateKeyPair"));
        if (id.rv().is(Ckr.STATE_UNSAVEABLE)) {
            throw notSupported("it cannot persist the operation");
        }
        long identifier = id.value();
        expect(new CloseSession(session.handle())).succeeds();
        expect(new AsyncJoin(other.handle(), "C_GenerateKey", identifier, Fill.of(0)))
                .returns(Ckr.SAVED_STATE_INVALID);
        expect(new AsyncJoin(other.handle(), "C_GenerateKeyPair", identifier, Fill.of(0)))
                .succeeds();
        AsyncData result = completed(other, "C_GenerateKeyPair").value();
        other.item(result.object()).has(Cka.LABEL, "async").destroy();
        other.item(result.additionalObject()).has(Cka.LABEL, "async").destroy();
        expect(new AsyncJoin(other.handle(), "C_GenerateKeyPair", identifier, Fill.of(0)))
                .returns(Ckr.SAVED_STATE_INVALID);
    }

    @Requirement(
            id = "async.join.output",
            functions = {ASYNC_GET_ID, ASYNC_JOIN},
            section = {"5.2", "5.21.3"},
            rule = "C_AsyncJoin with too little room for the output is CKR_BUFFER_TOO_SMALL")
    void joinedOutput() {
        Session beside = userSession();
        Session session = opened(beside);
        long key = beside.create(Keys.generic(Cka.SIGN));
        begin(session, new Signing.SignInit(session.handle(), HMAC, key));
        Answer<?> called = expect(new Signing.Sign(session.handle(), Bytes.of(DATA), Buffer.of(64)));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it signs at once");
        }
        long identifier = expect(new AsyncGetID(session.handle(), "C_Sign")).value();
        Session other = opened(beside);
        expect(new AsyncJoin(other.handle(), "C_Sign", identifier, Fill.of(31))).returns(Ckr.BUFFER_TOO_SMALL);
        expect(new AsyncJoin(other.handle(), "C_Sign", identifier, Fill.of(32))).succeeds();
        same(
                "signature",
                Jdk.hmac(Hash.SHA256, Keys.genericValue(), DATA),
                completed(other, "C_Sign").value().value().array());
    }

    @Requirement(
            id = "async.unsaveable",
            functions = ASYNC_GET_ID,
            section = "5.21.2",
            rule = "What makes session objects, which die with the session, may be CKR_STATE_UNSAVEABLE")
    void sessionObjects() {
        Session session = async();
        Answer<?> called = expect(new GenerateKey(
                session.handle(),
                Mechanism.of(Ckm.AES_KEY_GEN),
                Draft.of().with(Cka.TOKEN, false).with(Cka.VALUE_LEN, 16).template()));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().is(Ckr.PENDING)) {
            expect(new AsyncGetID(session.handle(), "C_GenerateKey")).returns(Ckr.STATE_UNSAVEABLE, Ckr.OK);
            completed(session, "C_GenerateKey").succeeds();
        }
    }

    @Requirement(
            id = "async.cancel",
            functions = SESSION_CANCEL,
            section = "5.6.5",
            rule = "C_SessionCancel cancels what is pending, and nothing is left of it")
    void cancelled() {
        Session beside = userSession();
        Session session = opened(beside);
        Answer<?> called = expect(pair(session, true));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it generates at once");
        }
        Answer<Void> cancelled = expect(new SessionCancel(session.handle(), Ckf.GENERATE_KEY_PAIR));
        if (cancelled.returns(Ckr.OK, Ckr.OPERATION_CANCEL_FAILED).rv().isOk()) {
            expect(new AsyncComplete(session.handle(), "C_GenerateKeyPair")).returns(Ckr.OPERATION_NOT_INITIALIZED);
            check("objects left", 0, left(beside));
        }
    }

    @Requirement(
            id = "async.close",
            functions = {CLOSE_SESSION, ASYNC_GET_ID},
            section = {"5.6.2", "5.21.2"},
            rule = "C_CloseSession cancels what is pending, but what C_AsyncGetID was asked for")
    void closed() {
        Session beside = userSession();
        Session session = opened(beside);
        Answer<?> called = expect(pair(session, true));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it generates at once");
        }
        expect(new CloseSession(session.handle())).succeeds();
        check("objects left", 0, left(beside));
    }

    @Requirement(
            id = "async.join.finalize",
            functions = {ASYNC_GET_ID, ASYNC_JOIN, FINALIZE},
            section = {"5.21.2", "5.21.3"},
            rule = "What was persisted with C_AsyncGetID is joined after C_Finalize and C_Initialize")
    void joinedAfterFinalize() {
        Session session = async();
        Answer<?> called = expect(pair(session, true));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it generates at once");
        }
        Answer<Long> id = expect(new AsyncGetID(session.handle(), "C_GenerateKeyPair"));
        if (id.rv().is(Ckr.STATE_UNSAVEABLE)) {
            throw notSupported("it cannot persist the operation");
        }
        long identifier = id.value();
        bench().perform(new Finalize());
        bench().initialize();
        Session later = bench().find().readWrite().login(User.USER);
        expect(new AsyncJoin(later.handle(), "C_GenerateKeyPair", identifier, Fill.of(0)))
                .succeeds();
        AsyncData result = completed(later, "C_GenerateKeyPair").value();
        later.item(result.object()).has(Cka.LABEL, "async").destroy();
        later.item(result.additionalObject()).has(Cka.LABEL, "async").destroy();
    }

    @Requirement(
            id = "async.wrap",
            functions = {ASYNC_COMPLETE, WRAP_KEY},
            section = {"5.18.3", "5.21.1"},
            rule = "What C_WrapKey answers with CKR_PENDING is in the end what it gives in any session")
    void wrapped() {
        Session beside = userSession();
        Session session = opened(beside);
        requires(Ckm.AES_KEY_WRAP, Ckf.WRAP);
        long wrapping = beside.create(Keys.aes(Cka.WRAP));
        long key = beside.create(Keys.generic(Cka.SIGN).with(Cka.EXTRACTABLE, true));
        Mechanism mechanism = Mechanism.of(Ckm.AES_KEY_WRAP);
        byte[] expected = bench().set(new WrapKey(beside.handle(), mechanism, wrapping, key, Buffer.of(200)))
                .array();
        Answer<?> called = expect(new WrapKey(session.handle(), mechanism, wrapping, key, Buffer.of(200)));
        if (called.returns(Ckr.PENDING, Ckr.OK).rv().isOk()) {
            throw notSupported("it wraps at once");
        }
        same(
                "wrapped key",
                expected,
                completed(session, "C_WrapKey").value().value().array());
    }

    @Requirement(
            id = "async.message",
            functions = {ASYNC_COMPLETE, MESSAGE_SIGN_INIT, SIGN_MESSAGE},
            section = {"5.14.2", "5.21.1"},
            rule = "Messages are signed in background too, one after the other")
    void messages() {
        Session beside = userSession();
        Session session = opened(beside);
        long key = beside.create(Keys.generic(Cka.SIGN));
        Answer<Void> begun = expect(new MessageSigning.MessageSignInit(session.handle(), HMAC, key));
        if (!begun.rv().is(Ckr.PENDING)) {
            throw notSupported("it signs messages at once, if at all");
        }
        completedWithoutPlace(session, "C_MessageSignInit").succeeds();
        for (int message = 0; message < 2; message++) {
            byte[] data = Data.counting(10 + message);
            expect(new MessageSigning.SignMessage(session.handle(), Parameter.none(), Bytes.of(data), Buffer.of(64)))
                    .returns(Ckr.PENDING);
            same(
                    "signature",
                    Jdk.hmac(Hash.SHA256, Keys.genericValue(), data),
                    completed(session, "C_SignMessage").value().value().array());
        }
    }

    private static int left(Session session) {
        return session.find(Draft.of().with(Cka.LABEL, "async")).size();
    }

    /// {@return a new asynchronous session with the user logged in}
    private Session async() {
        return opened(userSession());
    }

    private Session opened(Session beside) {
        requires(Version.V3_2);
        Answer<Long> opened = beside.token().opening(Ckf.SERIAL_SESSION | Ckf.RW_SESSION | Ckf.ASYNC_SESSION);
        if (opened.rv().is(Ckr.SESSION_ASYNC_NOT_SUPPORTED)) {
            throw notSupported("it has no asynchronous sessions");
        }
        return new Session(beside.token(), opened.value());
    }

    private void begin(Session session, Call<Void> init) {
        Answer<Void> begun = expect(init);
        if (begun.returns(Ckr.OK, Ckr.PENDING).rv().is(Ckr.PENDING)) {
            completedWithoutPlace(session, Function.of(init).cName()).succeeds();
        }
    }

    private static GenerateKeyPair pair(Session session, boolean onToken) {
        Draft both = Draft.of().with(Cka.TOKEN, onToken).with(Cka.LABEL, "async");
        return new GenerateKeyPair(
                session.handle(),
                Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                both.with(Cka.EC_PARAMS, Curve.P256.params()).template(),
                both.template());
    }

    private Answer<AsyncData> completed(Session session, String function) {
        return awaited(new AsyncComplete(session.handle(), function));
    }

    private Answer<AsyncData> completedWithoutPlace(Session session, String function) {
        return awaited(new AsyncComplete(session.handle(), function, Out.nullPointer()));
    }

    /// Asks until the answer is another than CKR_PENDING; the runner's patience ends a module that never finishes.
    private Answer<AsyncData> awaited(AsyncComplete asking) {
        Answer<AsyncData> answer = expect(asking);
        while (answer.rv().is(Ckr.PENDING)) {
            LockSupport.parkNanos(2_000_000);
            answer = expect(asking);
        }
        return answer;
    }
}
