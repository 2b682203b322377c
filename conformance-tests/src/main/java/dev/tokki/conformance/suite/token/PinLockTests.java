package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.GET_TOKEN_INFO;
import static dev.tokki.api.Function.LOGIN;
import static dev.tokki.api.constant.Ckr.PIN_INCORRECT;
import static dev.tokki.api.constant.Ckr.PIN_LOCKED;

import dev.tokki.api.Bytes;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.text.FlagNames;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;

/// What wrong PINs do: the flags of section 3.2.3, and the lock of those tokens that have one.
@Chapter(id = "pin", title = "PINs", section = "5.5")
public record PinLockTests(Bench bench) implements Suite {
    private static final Bytes WRONG = Bytes.utf8("not this one");
    private static final int PATIENCE = 20;

    @Requirement(
            id = "pin.wrong.count-low",
            functions = {LOGIN, GET_TOKEN_INFO},
            section = "3.2.3",
            rule = "A wrong PIN sets the flag that says so, where the token has it; the right PIN clears it: {0}")
    void aWrongPinIsRemembered(PinFlags pin) {
        Session session = ready(pin);
        check("flag at first", false, token().has(pin.countLow()));
        session.loggingIn(pin.user(), WRONG).returns(PIN_INCORRECT);
        boolean told = token().has(pin.countLow());
        session.loggingIn(pin.user()).succeeds();
        check("flag after the right PIN", false, token().has(pin.countLow()));
        if (!told) {
            throw notSupported("the token does not tell that a wrong PIN was given");
        }
    }

    @Requirement(
            id = "pin.wrong.lock",
            functions = {LOGIN, GET_TOKEN_INFO},
            section = {"3.2.3", "5.1.6", "5.6.8"},
            rule = "A PIN locked by too many wrong tries is told as such, and the right PIN is refused: {0}")
    void tooManyWrongPinsLock(PinFlags pin) {
        Session session = ready(pin);
        locked(session, pin);
        check("the flag of the lock", true, token().has(pin.locked()));
        session.loggingIn(pin.user()).returns(PIN_LOCKED);
    }

    @Requirement(
            id = "pin.wrong.final-try",
            functions = {LOGIN, GET_TOKEN_INFO},
            section = "3.2.3",
            rule = "When one more wrong PIN would lock it, the token says so, where it has the flag: {0}")
    void theLastTryIsAnnounced(PinFlags pin) {
        Session session = ready(pin);
        boolean announced = false;
        for (int tries = 0; tries < PATIENCE && !token().has(pin.locked()); tries++) {
            announced = token().has(pin.finalTry());
            long rv = session.loggingIn(pin.user(), WRONG)
                    .returns(PIN_INCORRECT, PIN_LOCKED)
                    .rv()
                    .value();
            String flags = FlagNames.of(TokenInfo.class, token().info().flags());
            boolean locked = rv == PIN_LOCKED || token().has(pin.locked());
            check("flags after the final try", "the lock's among them", !announced || locked, flags);
        }
        if (!announced) {
            throw notSupported("the token does not announce the last try");
        }
    }

    @Requirement(
            id = "pin.wrong.counted-anew",
            functions = LOGIN,
            section = {"3.2.3", "5.6.8"},
            rule = "The right PIN ends the counting of wrong ones: as many are free again: {0}")
    void theRightPinStartsAnew(PinFlags pin) {
        Session session = ready(pin);
        for (int round = 0; round < 3; round++) {
            session.loggingIn(pin.user(), WRONG).returns(PIN_INCORRECT);
            session.loggingIn(pin.user()).succeeds();
            session.logout();
        }
    }

    private Session ready(PinFlags pin) {
        requires(Permission.RISK_PINS);
        if (pin == PinFlags.SO) {
            requires(Permission.SO_LOGIN);
            requires(Permission.RISK_SO_PIN);
        }
        return session();
    }

    private void locked(Session session, PinFlags pin) {
        for (int tries = 0; tries < PATIENCE; tries++) {
            long rv = session.loggingIn(pin.user(), WRONG)
                    .returns(PIN_INCORRECT, PIN_LOCKED)
                    .rv()
                    .value();
            if (rv == PIN_LOCKED || token().has(pin.locked())) {
                return;
            }
        }
        throw notSupported(PATIENCE + " wrong PINs did not lock it");
    }
}
