package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.GENERATE_KEY_PAIR;
import static dev.tokki.api.Function.OPEN_SESSION;
import static dev.tokki.api.Function.SESSION_CANCEL;

import dev.tokki.api.KeyPair;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Notify;
import dev.tokki.api.Out;
import dev.tokki.api.call.KeyManagement.GenerateKeyPair;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.Sessions.SessionCancel;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckn;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Callbacks: section 5.22. No module has to make any; those that are made must be right.
@Chapter(id = "callback", title = "Callbacks", section = "5.22")
record CallbackTests(Bench bench) implements CryptoSuite {
    private static final long POINTER = 4242;

    @Requirement(
            id = "callback.surrender",
            functions = {OPEN_SESSION, GENERATE_KEY_PAIR},
            section = {"5.6.1", "5.22.1"},
            rule = "A surrender callback gets the session, CKN_SURRENDER and the application's pointer; CKR_OK goes on")
    void goesOn() {
        List<List<Long>> calls = new ArrayList<>();
        Session session = opened((handle, event, application) -> {
            calls.add(List.of(handle, event, application));
            return Ckr.OK;
        });
        generating(session).succeeds();
        if (calls.isEmpty()) {
            throw notSupported("it makes no callbacks");
        }
        calls.forEach(call -> check("callback", List.of(session.handle(), Ckn.SURRENDER, POINTER), call));
    }

    @Requirement(
            id = "callback.cancel",
            functions = {OPEN_SESSION, GENERATE_KEY_PAIR},
            section = "5.22.1",
            rule = "CKR_CANCEL from a surrender callback ends the function with CKR_FUNCTION_CANCELED; nothing is made")
    void cancelled() {
        AtomicLong calls = new AtomicLong();
        Session session = opened((handle, event, application) -> {
            calls.incrementAndGet();
            return Ckr.CANCEL;
        });
        Answer<KeyPair> answer = generating(session);
        if (calls.get() == 0) {
            throw notSupported("it makes no callbacks");
        }
        answer.returns(Ckr.FUNCTION_CANCELED);
        check(
                "objects made",
                0,
                session.find(Draft.of().with(Cka.LABEL, "callback")).size());
    }

    @Requirement(
            id = "callback.session-cancel",
            functions = SESSION_CANCEL,
            section = {"5.6.5", "5.22.1"},
            rule = "C_SessionCancel from a callback is CKR_FUNCTION_FAILED")
    void cancelFromCallback() {
        AtomicReference<Answer<Void>> inside = new AtomicReference<>();
        Session session = opened((handle, event, application) -> {
            inside.set(expect(new SessionCancel(handle, Ckf.SIGN)));
            return Ckr.OK;
        });
        generating(session).succeeds();
        if (inside.get() == null) {
            throw notSupported("it makes no callbacks");
        }
        inside.get().returns(Ckr.FUNCTION_FAILED);
    }

    private Session opened(Notify callback) {
        Session first = userSession();
        long handle = expect(new OpenSession(
                        first.token().slot(), Ckf.SERIAL_SESSION | Ckf.RW_SESSION, POINTER, callback, Out.here()))
                .value();
        return new Session(first.token(), handle);
    }

    private Answer<KeyPair> generating(Session session) {
        Draft both = Draft.of().with(Cka.TOKEN, false).with(Cka.LABEL, "callback");
        return expect(new GenerateKeyPair(
                session.handle(),
                Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                both.with(Cka.EC_PARAMS, Curve.P256.params()).template(),
                both.template()));
    }
}
