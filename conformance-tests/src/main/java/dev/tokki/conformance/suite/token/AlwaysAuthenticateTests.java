package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.LOGIN;
import static dev.tokki.api.Function.SIGN;
import static dev.tokki.api.constant.Cka.ALWAYS_AUTHENTICATE;
import static dev.tokki.api.constant.Cka.PRIVATE;
import static dev.tokki.api.constant.Ckr.ATTRIBUTE_VALUE_INVALID;
import static dev.tokki.api.constant.Ckr.OPERATION_NOT_INITIALIZED;
import static dev.tokki.api.constant.Ckr.PIN_INCORRECT;
import static dev.tokki.api.constant.Ckr.TEMPLATE_INCONSISTENT;
import static dev.tokki.api.constant.Ckr.USER_NOT_LOGGED_IN;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Output;
import dev.tokki.api.call.Signing.Sign;
import dev.tokki.api.call.Signing.SignInit;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cks;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.suite.Answer;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;
import dev.tokki.conformance.suite.object.Samples;

/// Keys that want the PIN for each use, section 4.11.
@Chapter(id = "login", title = "Login", section = "5.6.8")
public record AlwaysAuthenticateTests(Bench bench) implements Suite {
    private static final Draft KEY = Samples.rsaPrivate().with(Cka.SIGN, true).with(PRIVATE, true);
    private static final Draft CAREFUL = KEY.with(ALWAYS_AUTHENTICATE, true);

    @Requirement(
            id = "login.context.omitted",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule = "A key with CKA_ALWAYS_AUTHENTICATE does not sign unless the PIN is given after C_SignInit")
    void withoutThePin() {
        Session session = begun(CAREFUL);
        signing(session).returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "login.context.given",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule = "With the PIN given after C_SignInit the key signs, and the session's state stays")
    void withThePin() {
        Session session = begun(CAREFUL);
        session.loggingIn(User.CONTEXT_SPECIFIC).succeeds();
        check("state", Cks.RW_USER_FUNCTIONS, session.state());
        signing(session).succeeds();
    }

    @Requirement(
            id = "login.context.once",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule = "The PIN is good for one operation: the next needs it again")
    void onlyOnce() {
        requires(Ckm.SHA256_RSA_PKCS, Ckf.SIGN);
        Session session = userSession();
        long key = session.create(CAREFUL);
        begin(session, key);
        session.loggingIn(User.CONTEXT_SPECIFIC).succeeds();
        signing(session).succeeds();
        begin(session, key);
        signing(session).returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "login.context.wrong-pin",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule = "With a wrong PIN it is as if none had been given; the user stays logged in")
    void withAWrongPin() {
        requires(Permission.RISK_PINS);
        Session session = begun(CAREFUL);
        session.loggingIn(User.CONTEXT_SPECIFIC, Bytes.utf8("not this one")).returns(PIN_INCORRECT);
        check("state", Cks.RW_USER_FUNCTIONS, session.state());
        signing(session).returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "login.context.not-wanted",
            functions = {LOGIN, SIGN},
            section = "4.11",
            rule = "A key without CKA_ALWAYS_AUTHENTICATE does not want the PIN; the operation is not affected")
    void whereItIsNotWanted() {
        Session session = begun(KEY);
        session.loggingIn(User.CONTEXT_SPECIFIC).returns(OPERATION_NOT_INITIALIZED);
        signing(session).succeeds();
    }

    @Requirement(
            id = "login.context.private-only",
            functions = Function.CREATE_OBJECT,
            section = "4.11",
            rule = "CKA_ALWAYS_AUTHENTICATE is for private objects only")
    void onlyForPrivateKeys() {
        userSession().creating(CAREFUL.with(PRIVATE, false)).returns(TEMPLATE_INCONSISTENT, ATTRIBUTE_VALUE_INVALID);
    }

    @Requirement(
            id = "login.context.default",
            functions = Function.CREATE_OBJECT,
            section = "4.11",
            rule = "CKA_ALWAYS_AUTHENTICATE is CK_FALSE unless given")
    void offByDefault() {
        Session session = userSession();
        session.item(KEY).has(ALWAYS_AUTHENTICATE, false);
        session.item(CAREFUL).has(ALWAYS_AUTHENTICATE, true);
    }

    private Session begun(Draft draft) {
        requires(Ckm.SHA256_RSA_PKCS, Ckf.SIGN);
        Session session = userSession();
        begin(session, session.create(draft));
        return session;
    }

    private void begin(Session session, long key) {
        expect(new SignInit(session.handle(), Mechanism.of(Ckm.SHA256_RSA_PKCS), key))
                .succeeds();
    }

    private Answer<Output> signing(Session session) {
        return expect(new Sign(session.handle(), Bytes.utf8("data"), Buffer.of(256)));
    }
}
