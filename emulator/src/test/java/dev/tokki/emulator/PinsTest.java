package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Template;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Objects.FindObjectsInit;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.SlotsAndTokens.InitPIN;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.call.SlotsAndTokens.SetPIN;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Token;
import dev.tokki.emulator.token.TokenPolicy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// PINs: set, changed, tried, locked (sections 3.2.3, 5.5.8, 5.5.9, 5.6.8).
class PinsTest {
    private static final Bytes USER = Bytes.utf8(Bench.USER_PIN);
    private static final Bytes SO = Bytes.utf8(Bench.SO_PIN);
    private static final Bytes WRONG = Bytes.utf8("wrong");
    private static final Bytes NEW = Bytes.utf8("new one");
    private static final Bytes LABEL = Token.paddedLabel("again");

    private static final long USER_FLAGS =
            Ckf.USER_PIN_COUNT_LOW | Ckf.USER_PIN_FINAL_TRY | Ckf.USER_PIN_LOCKED | Ckf.USER_PIN_TO_BE_CHANGED;
    private static final long SO_FLAGS =
            Ckf.SO_PIN_COUNT_LOW | Ckf.SO_PIN_FINAL_TRY | Ckf.SO_PIN_LOCKED | Ckf.SO_PIN_TO_BE_CHANGED;

    private final Bench bench = Bench.on(Emulator.builder()
            .policy(TokenPolicy.standard().withTries(3, 3))
            .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
            .build());
    private final long session = bench.openReadWrite();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void wrongUserPinsAreCountedUntilThePinIsLocked() {
        assertThat(flags() & USER_FLAGS).isZero();
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, WRONG));
        assertThat(flags() & USER_FLAGS).isEqualTo(Ckf.USER_PIN_COUNT_LOW);
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, WRONG));
        assertThat(flags() & USER_FLAGS).isEqualTo(Ckf.USER_PIN_COUNT_LOW | Ckf.USER_PIN_FINAL_TRY);
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, WRONG));
        assertThat(flags() & USER_FLAGS).isEqualTo(Ckf.USER_PIN_COUNT_LOW | Ckf.USER_PIN_LOCKED);
        bench.expect(Ckr.PIN_LOCKED, new Login(session, Cku.USER, USER));
        assertThat(flags() & SO_FLAGS).isZero();
    }

    @Test
    void theRightPinForgetsTheWrongOnes() {
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, WRONG));
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, WRONG));
        bench.ok(new Login(session, Cku.USER, USER));
        assertThat(flags() & USER_FLAGS).isZero();
    }

    @Test
    void wrongPinsOfAllApplicationsAndFunctionsAreCountedTogether() {
        Bench other = bench.another();
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, WRONG));
        other.expect(Ckr.PIN_INCORRECT, new Login(other.openReadOnly(), Cku.USER, WRONG));
        bench.expect(Ckr.PIN_INCORRECT, new SetPIN(session, WRONG, NEW));
        bench.expect(Ckr.PIN_LOCKED, new SetPIN(session, USER, NEW));
        other.expect(Ckr.PIN_LOCKED, new Login(other.openReadOnly(), Cku.USER, USER));
    }

    @Test
    void theSecurityOfficerUnlocksTheUsersPinWithANewOne() {
        lock(Cku.USER);
        bench.ok(new Login(session, Cku.SO, SO));
        bench.ok(new InitPIN(session, NEW));
        assertThat(flags() & USER_FLAGS).isZero();
        bench.ok(new Logout(session));
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, USER));
        bench.ok(new Login(session, Cku.USER, NEW));
    }

    @Test
    void aLockedSecurityOfficerCannotInitialiseTheToken() {
        lock(Cku.SO);
        assertThat(flags() & SO_FLAGS).isEqualTo(Ckf.SO_PIN_COUNT_LOW | Ckf.SO_PIN_LOCKED);
        bench.expect(Ckr.PIN_LOCKED, new Login(session, Cku.SO, SO));
        bench.ok(new CloseSession(session));
        bench.expect(Ckr.PIN_LOCKED, new InitToken(0, SO, LABEL));
    }

    @Test
    void initialisingWithAWrongPinIsCounted() {
        bench.ok(new CloseSession(session));
        bench.expect(Ckr.PIN_INCORRECT, new InitToken(0, WRONG, LABEL));
        assertThat(flags() & SO_FLAGS).isEqualTo(Ckf.SO_PIN_COUNT_LOW);
        bench.ok(new InitToken(0, SO, LABEL));
        assertThat(flags() & SO_FLAGS).isZero();
    }

    @Test
    void aPinIsNeverLockedWithoutALimit() {
        try (Bench free = Bench.on(Emulator.builder()
                .slot(
                        0,
                        TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN)
                                .withPolicy(TokenPolicy.standard().withTries(0, 0)))
                .build())) {
            long open = free.openReadOnly();
            for (int i = 0; i < 30; i++) {
                free.expect(Ckr.PIN_INCORRECT, new Login(open, Cku.USER, WRONG));
            }
            assertThat(free.tokenInfo().flags() & USER_FLAGS).isEqualTo(Ckf.USER_PIN_COUNT_LOW);
            free.ok(new Login(open, Cku.USER, USER));
        }
    }

    @Test
    void onlyTheSecurityOfficerInitialisesThePin() {
        bench.expect(Ckr.USER_NOT_LOGGED_IN, new InitPIN(session, NEW));
        bench.ok(new Login(session, Cku.USER, USER));
        bench.expect(Ckr.USER_NOT_LOGGED_IN, new InitPIN(session, NEW));
    }

    @Test
    void aPinIsChangedByWhoIsLoggedInAndByNobodyForTheUser() {
        bench.ok(new SetPIN(session, USER, NEW));
        bench.ok(new Login(session, Cku.USER, NEW));
        bench.ok(new SetPIN(session, NEW, USER));
        bench.ok(new Logout(session));
        bench.ok(new Login(session, Cku.SO, SO));
        bench.ok(new SetPIN(session, SO, NEW));
        bench.ok(new Logout(session));
        bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.SO, SO));
        bench.ok(new Login(session, Cku.SO, NEW));
    }

    @Test
    void aPinIsNotChangedInAReadOnlySession() {
        bench.expect(Ckr.SESSION_READ_ONLY, new SetPIN(bench.openReadOnly(), USER, NEW));
    }

    @Test
    void aNewPinMustHaveTheLengthThatTheTokenTells() {
        TokenInfo info = bench.tokenInfo();
        assertThat(info.minPinLen()).isEqualTo(4);
        assertThat(info.maxPinLen()).isEqualTo(255);
        bench.expect(Ckr.PIN_LEN_RANGE, new SetPIN(session, USER, Bytes.utf8("123")));
        bench.expect(Ckr.PIN_LEN_RANGE, new SetPIN(session, USER, Bytes.utf8("x".repeat(256))));
        bench.ok(new SetPIN(session, USER, Bytes.utf8("x".repeat(255))));
        bench.ok(new Login(session, Cku.SO, SO));
        bench.expect(Ckr.PIN_LEN_RANGE, new InitPIN(session, Bytes.EMPTY));
    }

    @Test
    void aNewPinMustBeUtf8() {
        bench.expect(Ckr.PIN_INVALID, new SetPIN(session, USER, Bytes.hex("c3 28 c3 28")));
        bench.ok(new SetPIN(session, USER, Bytes.utf8("größe")));
    }

    @Test
    void anUnfitNewPinCostsNoTry() {
        bench.expect(Ckr.PIN_LEN_RANGE, new SetPIN(session, WRONG, Bytes.utf8("1")));
        assertThat(flags() & USER_FLAGS).isZero();
    }

    @Test
    void nullForAPinIsABadArgument() {
        bench.expect(Ckr.ARGUMENTS_BAD, new Login(session, Cku.USER, Bytes.NULL));
        bench.expect(Ckr.ARGUMENTS_BAD, new SetPIN(session, Bytes.nullOf(4), NEW));
        bench.expect(Ckr.ARGUMENTS_BAD, new SetPIN(session, USER, Bytes.NULL));
        assertThat(flags() & USER_FLAGS).isZero();
    }

    @Test
    void aUserWithoutAPinCannotLogIn() {
        bench.ok(new CloseSession(session));
        bench.ok(new InitToken(0, SO, LABEL));
        assertThat(flags() & Ckf.USER_PIN_INITIALIZED).isZero();
        long open = bench.openReadWrite();
        bench.expect(Ckr.USER_PIN_NOT_INITIALIZED, new Login(open, Cku.USER, USER));
        bench.expect(Ckr.PIN_INCORRECT, new SetPIN(open, USER, NEW));
        assertThat(flags() & USER_FLAGS).isZero();
        bench.ok(new Login(open, Cku.SO, SO));
        bench.ok(new InitPIN(open, NEW));
        assertThat(flags() & Ckf.USER_PIN_INITIALIZED).isNotZero();
    }

    @Test
    void anInitialPinIsGoodForItsChangeOnly() {
        try (Bench strict = Bench.on(Emulator.builder()
                .policy(TokenPolicy.standard().withExpiringInitialPins())
                .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
                .build())) {
            assertThat(strict.tokenInfo().flags())
                    .matches(flags -> (flags & Ckf.USER_PIN_TO_BE_CHANGED) != 0, "user's to be changed")
                    .matches(flags -> (flags & Ckf.SO_PIN_TO_BE_CHANGED) != 0, "SO's to be changed");
            long open = strict.openReadWrite();
            strict.ok(new Login(open, Cku.USER, USER));
            strict.expect(Ckr.PIN_EXPIRED, new FindObjectsInit(open, Template.of()));
            strict.ok(new GetSessionInfo(open));
            strict.ok(new SetPIN(open, USER, NEW));
            strict.ok(new FindObjectsInit(open, Template.of()));
            strict.ok(new Logout(open));
            assertThat(strict.tokenInfo().flags() & Ckf.USER_PIN_TO_BE_CHANGED).isZero();

            strict.ok(new Login(open, Cku.SO, SO));
            strict.expect(Ckr.PIN_EXPIRED, new InitPIN(open, USER));
            strict.ok(new SetPIN(open, SO, NEW));
            strict.ok(new InitPIN(open, USER));
            assertThat(strict.tokenInfo().flags() & Ckf.USER_PIN_TO_BE_CHANGED).isNotZero();
        }
    }

    @Test
    void noReasonHoldsAPin() {
        String secret = "a very secret PIN";
        Bytes pin = Bytes.of(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(bench.expect(Ckr.PIN_INCORRECT, new Login(session, Cku.USER, pin))
                        .toString())
                .doesNotContain(secret);
        assertThat(bench.expect(Ckr.PIN_INCORRECT, new SetPIN(session, pin, pin))
                        .toString())
                .doesNotContain(secret);
    }

    private void lock(long userType) {
        for (int i = 0; i < 3; i++) {
            bench.expect(Ckr.PIN_INCORRECT, new Login(session, userType, WRONG));
        }
    }

    private long flags() {
        return bench.tokenInfo().flags();
    }
}
