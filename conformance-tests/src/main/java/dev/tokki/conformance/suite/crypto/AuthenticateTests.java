package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.CREATE_OBJECT;
import static dev.tokki.api.Function.LOGIN;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.Function.SIGN_INIT;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.User;

/// Private keys that want the PIN for each use, `CKA_ALWAYS_AUTHENTICATE`: sections 4.11 and 5.6.8.
@Chapter(id = "authenticate", title = "Login for each use of a key", section = "4.11")
record AuthenticateTests(Bench bench) implements CryptoSuite {
    private static final Mechanism MECHANISM = Mechanism.of(Ckm.SHA256_RSA_PKCS);

    @Requirement(
            id = "authenticate.needed",
            functions = {SIGN_INIT, SIGN},
            section = "4.11",
            rule = "Without the login a use of the key is CKR_USER_NOT_LOGGED_IN")
    void loginIsNeeded() {
        Session session = with();
        expect(new SignInit(session.handle(), MECHANISM, key(session))).succeeds();
        signing(session).returns(Ckr.USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "authenticate.login",
            functions = {LOGIN, SIGN},
            section = {"4.11", "5.6.8"},
            rule =
                    "After C_Login with CKU_CONTEXT_SPECIFIC the operation goes on, and the session's state is as before")
    void loginForOneOperation() {
        Session session = with();
        long state = session.state();
        expect(new SignInit(session.handle(), MECHANISM, key(session))).succeeds();
        session.loggingIn(User.CONTEXT_SPECIFIC).succeeds();
        check("state of the session", state, session.state());
        same(
                "signature",
                Jdk.sign("SHA256withRSA", null, Jdk.rsaPrivate(), Kind.DATA),
                signing(session).value().array());
    }

    @Requirement(
            id = "authenticate.each-time",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule = "The login is good for one operation only: the next one needs it again")
    void eachTime() {
        Session session = with();
        long key = key(session);
        expect(new SignInit(session.handle(), MECHANISM, key)).succeeds();
        session.loggingIn(User.CONTEXT_SPECIFIC).succeeds();
        signing(session).succeeds();
        expect(new SignInit(session.handle(), MECHANISM, key)).succeeds();
        signing(session).returns(Ckr.USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "authenticate.wrong-pin",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule = "A wrong PIN is CKR_PIN_INCORRECT, and then the use of the key is CKR_USER_NOT_LOGGED_IN")
    void wrongPin() {
        requires(Permission.RISK_PINS);
        Session session = with();
        expect(new SignInit(session.handle(), MECHANISM, key(session))).succeeds();
        session.loggingIn(User.CONTEXT_SPECIFIC, Bytes.utf8("not the PIN")).returns(Ckr.PIN_INCORRECT);
        signing(session).returns(Ckr.USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "authenticate.no-operation",
            functions = LOGIN,
            section = {"4.11", "5.6.8"},
            rule = "C_Login with CKU_CONTEXT_SPECIFIC and no operation is CKR_OPERATION_NOT_INITIALIZED")
    void withoutOperation() {
        with().loggingIn(User.CONTEXT_SPECIFIC).returns(Ckr.OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "authenticate.not-wanted",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule =
                    "For a key that does not want it C_Login is CKR_OPERATION_NOT_INITIALIZED, and the operation goes on")
    void notWanted() {
        Session session = with();
        long key = session.create(Keys.rsaPrivate(Cka.SIGN));
        expect(new SignInit(session.handle(), MECHANISM, key)).succeeds();
        session.loggingIn(User.CONTEXT_SPECIFIC).returns(Ckr.OPERATION_NOT_INITIALIZED);
        signing(session).succeeds();
    }

    @Requirement(
            id = "authenticate.private-only",
            functions = CREATE_OBJECT,
            section = "4.11",
            rule = "CKA_ALWAYS_AUTHENTICATE may be true only if CKA_PRIVATE is: otherwise CKR_TEMPLATE_INCONSISTENT, or"
                    + " the value is invalid")
    void privateKeysOnly() {
        Session session = with();
        session.creating(always().with(Cka.PRIVATE, false))
                .returns(Ckr.TEMPLATE_INCONSISTENT, Ckr.ATTRIBUTE_VALUE_INVALID);
    }

    private Session with() {
        requires(MECHANISM, Ckf.SIGN);
        return userSession();
    }

    private Answer<Output> signing(Session session) {
        return expect(new Sign(session.handle(), Bytes.of(Kind.DATA), Buffer.of(256)));
    }

    private static long key(Session session) {
        return session.create(always());
    }

    private static Draft always() {
        return Keys.rsaPrivate(Cka.SIGN).with(Cka.PRIVATE, true).with(Cka.ALWAYS_AUTHENTICATE, true);
    }
}
