package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.INIT_PIN;
import static dev.tokki.api.Function.LOGIN;
import static dev.tokki.api.Function.SET_PIN;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.OK;
import static dev.tokki.api.constant.Ckr.PIN_INCORRECT;
import static dev.tokki.api.constant.Ckr.PIN_INVALID;
import static dev.tokki.api.constant.Ckr.PIN_LEN_RANGE;
import static dev.tokki.api.constant.Ckr.SESSION_READ_ONLY;
import static dev.tokki.api.constant.Ckr.USER_NOT_LOGGED_IN;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckf;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.User;

/// Setting and changing PINs, sections 5.5.8 and 5.5.9.
@Chapter(id = "pin", title = "PINs", section = "5.5")
public record PinTests(Bench bench) implements Suite {
    private static final Bytes NEW = Bytes.utf8("a new PIN");

    @Requirement(
            id = "pin.init.sets",
            functions = INIT_PIN,
            section = "5.5.8",
            rule = "The SO gives the user a new PIN; the one before is good no longer")
    void theSoSetsTheUsersPin() {
        requires(Permission.RISK_PINS);
        Session session = soSession();
        session.initialisingPin(NEW).succeeds();
        session.logout();
        session.loggingIn(User.USER).returns(PIN_INCORRECT);
        session.loggingIn(User.USER, NEW).succeeds();
    }

    @Requirement(
            id = "pin.init.public",
            functions = INIT_PIN,
            section = "5.5.8",
            rule = "C_InitPIN without a login is refused")
    void notWithoutALogin() {
        requires(Permission.RISK_PINS);
        session().initialisingPin(NEW).returns(USER_NOT_LOGGED_IN);
    }

    @Requirement(
            id = "pin.init.user",
            functions = INIT_PIN,
            section = "5.5.8",
            rule = "C_InitPIN by the user is refused, and the PIN stays")
    void notByTheUser() {
        requires(Permission.RISK_PINS);
        Session session = userSession();
        session.initialisingPin(NEW).returns(USER_NOT_LOGGED_IN);
        session.logout();
        session.loggingIn(User.USER).succeeds();
    }

    @Requirement(
            id = "pin.init.length",
            functions = INIT_PIN,
            section = {"5.5.8", "3.2.3"},
            rule = "C_InitPIN refuses a PIN shorter or longer than the token says")
    void initKeepsToTheLengths() {
        requires(Permission.RISK_PINS);
        Session session = soSession();
        if (token().info().minPinLen() > 0) {
            session.initialisingPin(tooShort()).returns(PIN_LEN_RANGE);
        }
        session.initialisingPin(tooLong()).returns(PIN_LEN_RANGE);
    }

    @Requirement(
            id = "pin.init.null",
            functions = INIT_PIN,
            section = {"5.5.8", "5.1.6"},
            rule = "Without a protected authentication path, NULL_PTR is no PIN")
    void initNeedsAPin() {
        requires(Permission.RISK_PINS);
        needsNoOwnPath();
        soSession().initialisingPin(Bytes.NULL).returns(ARGUMENTS_BAD, PIN_LEN_RANGE);
    }

    @Requirement(
            id = "pin.set.user",
            functions = SET_PIN,
            section = "5.5.9",
            rule = "The user changes the PIN; the one before is good no longer")
    void theUserChangesThePin() {
        requires(Permission.RISK_PINS);
        Session session = userSession();
        session.changingPin(token().pin(User.USER), NEW).succeeds();
        session.logout();
        session.loggingIn(User.USER).returns(PIN_INCORRECT);
        session.loggingIn(User.USER, NEW).succeeds();
    }

    @Requirement(
            id = "pin.set.public",
            functions = SET_PIN,
            section = "5.5.9",
            rule = "In a read/write public session C_SetPIN changes the user's PIN")
    void withoutALoginTheUsersPinChanges() {
        requires(Permission.RISK_PINS);
        Session session = session();
        session.changingPin(token().pin(User.USER), NEW).succeeds();
        session.loggingIn(User.USER, NEW).succeeds();
    }

    @Requirement(
            id = "pin.set.so",
            functions = SET_PIN,
            section = "5.5.9",
            rule = "The SO changes the SO's PIN, not the user's")
    void theSoChangesTheSoPin() {
        requires(Permission.RISK_SO_PIN);
        Session session = soSession();
        session.changingPin(token().pin(User.SO), NEW).succeeds();
        session.logout();
        session.loggingIn(User.SO, NEW).succeeds();
        session.logout();
        session.loggingIn(User.USER).succeeds();
    }

    @Requirement(
            id = "pin.set.wrong",
            functions = SET_PIN,
            section = "5.5.9",
            rule = "C_SetPIN needs the PIN in force; refused, it stays")
    void needsThePinInForce() {
        requires(Permission.RISK_PINS);
        Session session = userSession();
        session.changingPin(Bytes.utf8("not this one"), NEW).returns(PIN_INCORRECT);
        session.logout();
        session.loggingIn(User.USER).succeeds();
    }

    @Requirement(
            id = "pin.set.read-only",
            functions = SET_PIN,
            section = "5.5.9",
            rule = "A PIN cannot be changed in a read-only session")
    void notInAReadOnlySession() {
        requires(Permission.RISK_PINS);
        readOnlySession().changingPin(token().pin(User.USER), NEW).returns(SESSION_READ_ONLY);
    }

    @Requirement(
            id = "pin.set.read-only-user",
            functions = SET_PIN,
            section = "5.5.9",
            rule = "A PIN cannot be changed in a read-only session, be the user logged in or not")
    void notInAReadOnlySessionOfTheUser() {
        requires(Permission.RISK_PINS);
        readOnlySession()
                .login(User.USER)
                .changingPin(token().pin(User.USER), NEW)
                .returns(SESSION_READ_ONLY);
    }

    @Requirement(
            id = "pin.set.too-short",
            functions = SET_PIN,
            section = {"5.5.9", "3.2.3"},
            rule = "A PIN shorter than the token says is refused, and the PIN in force stays")
    void notTooShort() {
        requires(Permission.RISK_PINS);
        Session session = userSession();
        session.changingPin(token().pin(User.USER), tooShort()).returns(PIN_LEN_RANGE);
        session.logout();
        session.loggingIn(User.USER).succeeds();
    }

    @Requirement(
            id = "pin.set.too-long",
            functions = SET_PIN,
            section = {"5.5.9", "3.2.3"},
            rule = "A PIN longer than the token says is refused, and the PIN in force stays")
    void notTooLong() {
        requires(Permission.RISK_PINS);
        Session session = userSession();
        session.changingPin(token().pin(User.USER), tooLong()).returns(PIN_LEN_RANGE);
        session.logout();
        session.loggingIn(User.USER).succeeds();
    }

    @Requirement(
            id = "pin.set.shortest",
            functions = SET_PIN,
            section = {"5.5.9", "3.2.3"},
            rule = "A PIN of the least length that the token names is good")
    void theShortestIsGood() {
        Bytes shortest = ofLength(Math.max(1, token().info().minPinLen()));
        Session session = userSession();
        changesTo(session, shortest);
    }

    @Requirement(
            id = "pin.set.longest",
            functions = SET_PIN,
            section = {"5.5.9", "3.2.3"},
            rule = "A PIN of the greatest length that the token names is good")
    void theLongestIsGood() {
        Bytes longest = ofLength(token().info().maxPinLen());
        Session session = userSession();
        changesTo(session, longest);
    }

    @Requirement(
            id = "pin.set.utf8",
            functions = {SET_PIN, LOGIN},
            section = {"5.5.9", "5.6.8"},
            rule = "A PIN may have any character of UTF-8, unless the token says that it may not")
    void anyCharacterUnlessRestricted() {
        requires(Permission.RISK_PINS);
        Bytes pin = Bytes.utf8("Пароль-密码");
        Session session = userSession();
        if (session.changingPin(token().pin(User.USER), pin)
                .returns(OK, PIN_INVALID)
                .rv()
                .isOk()) {
            session.logout();
            session.loggingIn(User.USER, pin).succeeds();
        }
    }

    @Requirement(
            id = "pin.set.null",
            functions = SET_PIN,
            section = {"5.5.9", "5.1.6"},
            rule = "Without a protected authentication path, NULL_PTR is neither the old PIN nor a new one")
    void setNeedsPins() {
        requires(Permission.RISK_PINS);
        needsNoOwnPath();
        Session session = userSession();
        session.changingPin(Bytes.NULL, NEW).returns(ARGUMENTS_BAD, PIN_INCORRECT);
        session.changingPin(token().pin(User.USER), Bytes.NULL).returns(ARGUMENTS_BAD, PIN_LEN_RANGE);
    }

    private void changesTo(Session session, Bytes pin) {
        requires(Permission.RISK_PINS);
        session.changingPin(token().pin(User.USER), pin).succeeds();
        session.logout();
        session.loggingIn(User.USER, pin).succeeds();
    }

    private Bytes tooShort() {
        long least = token().info().minPinLen();
        if (least == 0) {
            throw notSupported("the token takes PINs of any shortness");
        }
        return ofLength(least - 1);
    }

    private Bytes tooLong() {
        return ofLength(token().info().maxPinLen() + 1);
    }

    private Bytes ofLength(long length) {
        if (length < 0 || length > 100_000) {
            throw notSupported("the token takes PINs of " + length + " bytes");
        }
        return Bytes.utf8("7".repeat((int) length));
    }

    private void needsNoOwnPath() {
        if (token().has(Ckf.PROTECTED_AUTHENTICATION_PATH)) {
            throw notSupported("the token takes PINs by a path of its own");
        }
    }
}
