package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.LOGIN;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.OPERATION_NOT_INITIALIZED;
import static dev.tokki.api.constant.Ckr.PIN_INCORRECT;
import static dev.tokki.api.constant.Ckr.SESSION_READ_ONLY_EXISTS;
import static dev.tokki.api.constant.Ckr.USER_ALREADY_LOGGED_IN;
import static dev.tokki.api.constant.Ckr.USER_ANOTHER_ALREADY_LOGGED_IN;
import static dev.tokki.api.constant.Ckr.USER_TYPE_INVALID;

import dev.tokki.api.Bytes;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Cks;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;

/// Logging in, section 5.6.8.
@Chapter(id = "login", title = "Login", section = "5.6.8")
public record LoginTests(Bench bench) implements Suite {
    private static final Bytes WRONG = Bytes.utf8("not this one");

    @Requirement(
            id = "login.user",
            functions = LOGIN,
            section = "5.6.8",
            rule = "The user's PIN logs the user in, in all sessions of the application")
    void theUserInAllSessions() {
        Session first = session();
        Session second = readOnlySession();
        first.loggingIn(User.USER).succeeds();
        check("state of the session used", Cks.RW_USER_FUNCTIONS, first.state());
        check("state of another session", Cks.RO_USER_FUNCTIONS, second.state());
    }

    @Requirement(
            id = "login.so",
            functions = LOGIN,
            section = "5.6.8",
            rule = "The SO's PIN logs the SO in, in all sessions of the application")
    void theSoInAllSessions() {
        requires(Permission.SO_LOGIN);
        Session first = session();
        Session second = session();
        first.loggingIn(User.SO).succeeds();
        check("state of the session used", Cks.RW_SO_FUNCTIONS, first.state());
        check("state of another session", Cks.RW_SO_FUNCTIONS, second.state());
    }

    @Requirement(
            id = "login.read-only",
            functions = LOGIN,
            section = "5.6.8",
            rule = "The user can log in by a read-only session")
    void theUserByAReadOnlySession() {
        Session session = readOnlySession();
        session.loggingIn(User.USER).succeeds();
        check("state", Cks.RO_USER_FUNCTIONS, session.state());
    }

    @Requirement(id = "login.wrong-pin", functions = LOGIN, section = "5.6.8", rule = "A wrong PIN logs nobody in: {0}")
    void aWrongPin(PinFlags pin) {
        requires(Permission.RISK_PINS);
        if (pin == PinFlags.SO) {
            requires(Permission.SO_LOGIN);
            requires(Permission.RISK_SO_PIN);
        }
        Session session = session();
        session.loggingIn(pin.user(), WRONG).returns(PIN_INCORRECT);
        check("state", Cks.RW_PUBLIC_SESSION, session.state());
    }

    @Requirement(id = "login.others-pin", functions = LOGIN, section = "5.6.8", rule = "The SO's PIN is not the user's")
    void theSoPinIsNotTheUsers() {
        requires(Permission.RISK_PINS);
        session().loggingIn(User.USER, token().pin(User.SO)).returns(PIN_INCORRECT);
    }

    @Requirement(
            id = "login.empty-pin",
            functions = LOGIN,
            section = "5.6.8",
            rule = "A PIN of no bytes is not the user's")
    void anEmptyPin() {
        requires(Permission.RISK_PINS);
        session().loggingIn(User.USER, Bytes.EMPTY).returns(PIN_INCORRECT, ARGUMENTS_BAD);
    }

    @Requirement(
            id = "login.long-pin",
            functions = LOGIN,
            section = {"5.6.8", "5.1.6"},
            rule = "A PIN longer than any is incorrect; lengths are an error only where a PIN is set")
    void aPinTooLong() {
        requires(Permission.RISK_PINS);
        session().loggingIn(User.USER, Bytes.utf8("9".repeat(600))).returns(PIN_INCORRECT);
    }

    @Requirement(
            id = "login.prefix",
            functions = LOGIN,
            section = "5.6.8",
            rule = "The beginning of the PIN is not the PIN, nor is the PIN with something after it")
    void theWholePinCounts() {
        requires(Permission.RISK_PINS);
        Session session = session();
        String pin = token().pin(User.USER).text();
        session.loggingIn(User.USER, Bytes.utf8(pin.substring(0, pin.length() - 1)))
                .returns(PIN_INCORRECT);
        session.loggingIn(User.USER, Bytes.utf8(pin + "0")).returns(PIN_INCORRECT);
    }

    @Requirement(
            id = "login.null-pin",
            functions = LOGIN,
            section = {"5.6.8", "5.1.6"},
            rule = "Without a protected authentication path, NULL_PTR is no PIN")
    void needsAPin() {
        requires(Permission.RISK_PINS);
        if (token().has(Ckf.PROTECTED_AUTHENTICATION_PATH)) {
            throw notSupported("the token takes PINs by a path of its own");
        }
        session().loggingIn(User.USER, Bytes.NULL).returns(ARGUMENTS_BAD, PIN_INCORRECT);
    }

    @Requirement(
            id = "login.twice",
            functions = LOGIN,
            section = {"5.6.8", "5.1.6"},
            rule = "Who is logged in cannot log in again")
    void twice() {
        Session session = userSession();
        session.loggingIn(User.USER).returns(USER_ALREADY_LOGGED_IN);
        session().loggingIn(User.USER).returns(USER_ALREADY_LOGGED_IN);
    }

    @Requirement(
            id = "login.so-twice",
            functions = LOGIN,
            section = {"5.6.8", "5.1.6"},
            rule = "The SO, logged in, cannot log in again")
    void theSoTwice() {
        soSession().loggingIn(User.SO).returns(USER_ALREADY_LOGGED_IN);
    }

    @Requirement(
            id = "login.so-beside-user",
            functions = LOGIN,
            section = {"5.6.8", "5.1.6"},
            rule = "The SO cannot log in while the user is logged in")
    void theSoBesideTheUser() {
        userSession().loggingIn(User.SO).returns(USER_ANOTHER_ALREADY_LOGGED_IN);
    }

    @Requirement(
            id = "login.user-beside-so",
            functions = LOGIN,
            section = {"5.6.8", "5.1.6"},
            rule = "The user cannot log in while the SO is logged in")
    void theUserBesideTheSo() {
        soSession().loggingIn(User.USER).returns(USER_ANOTHER_ALREADY_LOGGED_IN);
    }

    @Requirement(
            id = "login.so-read-only-exists",
            functions = LOGIN,
            section = "5.6.8",
            rule = "The SO cannot log in while the application has a read-only session")
    void theSoBesideAReadOnlySession() {
        readOnlySession();
        session().loggingIn(User.SO).returns(SESSION_READ_ONLY_EXISTS);
    }

    @Requirement(
            id = "login.user-type",
            functions = LOGIN,
            section = {"5.6.8", "5.1.6"},
            rule = "There are three types of users")
    void noSuchUserType() {
        expect(new Login(session().handle(), 17, token().pin(User.USER))).returns(USER_TYPE_INVALID);
    }

    @Requirement(
            id = "login.context.nothing",
            functions = LOGIN,
            section = {"5.6.8", "4.11"},
            rule = "CKU_CONTEXT_SPECIFIC is for an operation that was begun; without one it is improper")
    void contextWithoutAnOperation() {
        userSession().loggingIn(User.CONTEXT_SPECIFIC).returns(OPERATION_NOT_INITIALIZED);
    }

    @Requirement(
            id = "login.other-application",
            functions = LOGIN,
            section = "5.6.8",
            rule = "A login is of one application: another's sessions stay as they are")
    void notInOtherApplications() {
        Session other = otherApplication().readWrite();
        userSession();
        check("state of the other application's session", Cks.RW_PUBLIC_SESSION, other.state());
        other.loggingIn(User.USER).succeeds();
    }
}
