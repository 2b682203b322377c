package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.INIT_TOKEN;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.PIN_INCORRECT;
import static dev.tokki.api.constant.Ckr.SESSION_EXISTS;
import static dev.tokki.api.constant.Ckr.USER_PIN_NOT_INITIALIZED;

import dev.tokki.api.Bytes;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.conformance.module.Permission;
import dev.tokki.conformance.module.TokenFacts;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.Token;
import dev.tokki.conformance.suite.User;
import dev.tokki.conformance.suite.object.Samples;
import java.util.List;

/// Initialising tokens, section 5.5.7.
@Chapter(id = "token", title = "Tokens", section = "5.5")
public record InitTokenTests(Bench bench) implements Suite {
    private static final String LABEL = "another label";

    @Requirement(
            id = "token.init.label",
            functions = INIT_TOKEN,
            section = {"5.5.7", "3.2.3"},
            rule = "Initialised again with the SO's PIN, the token has the new label")
    void hasTheLabelGiven() {
        Token again = reinitialised();
        check("label", LABEL, again.info().label());
        check("CKF_TOKEN_INITIALIZED", true, again.has(Ckf.TOKEN_INITIALIZED));
    }

    @Requirement(
            id = "token.init.label-32",
            functions = INIT_TOKEN,
            section = {"5.5.7", "3.2.3"},
            rule = "A label may fill all its 32 bytes")
    void aLabelMayBeFull() {
        requires(Permission.REINITIALISE);
        String full = "thirty-two bytes without a blank".replace(' ', '_');
        token().initialising(token().pin(User.SO), full).succeeds();
        check("label", full, bench().find(full).info().label());
    }

    @Requirement(
            id = "token.init.objects",
            functions = INIT_TOKEN,
            section = "5.5.7",
            rule = "Initialising a token destroys its objects")
    void destroysObjects() {
        requires(Permission.REINITIALISE);
        Draft key = Samples.aes().onToken().with(Cka.PRIVATE, false);
        Session session = userSession();
        session.create(key);
        session.close();
        Session later = reinitialised().readWrite();
        check("objects found", List.of(), later.find(key.without(Cka.VALUE)));
    }

    @Requirement(
            id = "token.init.user-pin",
            functions = INIT_TOKEN,
            section = {"5.5.7", "5.6.8"},
            rule = "Initialising a token takes the user's PIN away until the SO sets a new one")
    void takesTheUsersPinAway() {
        Token again = reinitialised();
        check("CKF_USER_PIN_INITIALIZED", false, again.has(Ckf.USER_PIN_INITIALIZED));
        again.readWrite().loggingIn(User.USER).returns(USER_PIN_NOT_INITIALIZED);
    }

    @Requirement(
            id = "token.init.so-pin",
            functions = INIT_TOKEN,
            section = "5.5.7",
            rule = "The SO's PIN is afterwards what was given")
    void keepsTheSoPin() {
        Token again = reinitialised();
        again.readWrite().loggingIn(User.SO).succeeds();
    }

    @Requirement(
            id = "token.init.wrong-pin",
            functions = INIT_TOKEN,
            section = "5.5.7",
            rule = "A token is initialised again with the SO's PIN only; refused, it keeps its label and objects")
    void needsTheSoPin() {
        requires(Permission.REINITIALISE);
        requires(Permission.RISK_SO_PIN);
        Draft key = Samples.aes().onToken().with(Cka.LABEL, "kept");
        Session session = userSession();
        session.create(key);
        session.close();
        token().initialising(Bytes.utf8("not this one"), LABEL).returns(PIN_INCORRECT);
        check("label", bench().stage().token().label(), token().info().label());
        Draft label = Draft.of().with(Cka.LABEL, "kept");
        check("objects kept", 1, userSession().find(label).size());
    }

    @Requirement(
            id = "token.init.session-open",
            functions = INIT_TOKEN,
            section = "5.5.7",
            rule = "A token with an open session cannot be initialised")
    void needsNoSession() {
        requires(Permission.REINITIALISE);
        session();
        token().initialising(token().pin(User.SO), LABEL).returns(SESSION_EXISTS);
    }

    @Requirement(
            id = "token.init.null-label",
            functions = INIT_TOKEN,
            section = {"5.5.7", "5.1.6"},
            rule = "NULL_PTR is no label")
    void needsALabel() {
        requires(Permission.REINITIALISE);
        expect(new InitToken(token().slot(), token().pin(User.SO), Bytes.NULL)).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "token.init.null-pin",
            functions = INIT_TOKEN,
            section = {"5.5.7", "5.1.6"},
            rule = "Without a protected authentication path, NULL_PTR is no PIN")
    void needsAPin() {
        requires(Permission.REINITIALISE);
        requires(Permission.RISK_SO_PIN);
        if (token().has(Ckf.PROTECTED_AUTHENTICATION_PATH)) {
            throw notSupported("the token takes PINs by a path of its own");
        }
        token().initialising(Bytes.NULL, LABEL).returns(ARGUMENTS_BAD, PIN_INCORRECT);
    }

    @Requirement(
            id = "token.init.first-time",
            functions = INIT_TOKEN,
            section = {"5.5.7", "3.2.3"},
            rule = "The PIN given to a token that was never initialised becomes the SO's")
    void theFirstPinBecomesTheSoPin() {
        requires(Permission.BLANK_TOKEN);
        Token blank = blank();
        Bytes pin = Bytes.utf8("0815-4711");
        blank.initialising(pin, LABEL).succeeds();
        Token ready = bench().find(LABEL);
        check("CKF_TOKEN_INITIALIZED", true, ready.has(Ckf.TOKEN_INITIALIZED));
        ready.readWrite().loggingIn(User.SO, pin).succeeds();
    }

    @Requirement(
            id = "token.init.never",
            functions = INIT_TOKEN,
            section = "3.2.3",
            rule = "A token that was never initialised has neither CKF_TOKEN_INITIALIZED nor a user's PIN")
    void aBlankTokenSaysSo() {
        requires(Permission.BLANK_TOKEN);
        check("CKF_USER_PIN_INITIALIZED", false, blank().has(Ckf.USER_PIN_INITIALIZED));
    }

    private Token blank() {
        token();
        return bench().slots(true).stream()
                .filter(slot -> (bench().set(new GetTokenInfo(slot)).flags() & Ckf.TOKEN_INITIALIZED) == 0)
                .map(slot -> new Token(bench(), slot))
                .findFirst()
                .orElseThrow(() -> notSupported("every token is initialised"));
    }

    private Token reinitialised() {
        requires(Permission.REINITIALISE);
        expect(new InitToken(token().slot(), token().pin(User.SO), TokenFacts.padded(LABEL)))
                .succeeds();
        return bench().find(LABEL);
    }
}
