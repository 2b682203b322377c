package dev.tokki.conformance.suite.token;

import static dev.tokki.api.Function.GENERATE_RANDOM;
import static dev.tokki.api.Function.GET_TOKEN_INFO;
import static dev.tokki.api.constant.Ck.EFFECTIVELY_INFINITE;
import static dev.tokki.api.constant.Ck.UNAVAILABLE_INFORMATION;
import static dev.tokki.api.constant.Ckr.ARGUMENTS_BAD;
import static dev.tokki.api.constant.Ckr.OK;
import static dev.tokki.api.constant.Ckr.RANDOM_NO_RNG;

import dev.tokki.api.Fill;
import dev.tokki.api.Out;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.RandomNumbers.GenerateRandom;
import dev.tokki.api.call.SlotsAndTokens.GetTokenInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.text.FlagNames;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import dev.tokki.conformance.suite.Suite;
import java.util.function.ToLongFunction;

/// What a token tells of itself, sections 5.5.3 and 3.2.3.
@Chapter(id = "token", title = "Tokens", section = "5.5")
public record TokenInfoTests(Bench bench) implements Suite {
    @Requirement(
            id = "token.info.null-pointer",
            functions = GET_TOKEN_INFO,
            section = {"5.5.3", "5.1.6"},
            rule = "NULL_PTR is no place for the information")
    void infoNeedsAPlace() {
        expect(new GetTokenInfo(token().slot(), Out.nullPointer())).returns(ARGUMENTS_BAD);
    }

    @Requirement(
            id = "token.info.initialized",
            functions = GET_TOKEN_INFO,
            section = "3.2.3",
            rule = "An initialised token with a user's PIN has CKF_TOKEN_INITIALIZED and CKF_USER_PIN_INITIALIZED")
    void aReadyTokenSaysSo() {
        long ready = Ckf.TOKEN_INITIALIZED | Ckf.USER_PIN_INITIALIZED;
        long flags = info().flags();
        check("flags", "the two flags set", (flags & ready) == ready, FlagNames.of(TokenInfo.class, flags));
    }

    @Requirement(
            id = "token.info.flags",
            functions = GET_TOKEN_INFO,
            section = "3.2.3",
            rule = "A token has no other flags than those defined, and not the deprecated one")
    void definedFlagsOnly() {
        long defined = FlagNames.candidates(TokenInfo.class).keySet().stream().reduce(0L, (a, b) -> a | b);
        long allowed = defined & ~Ckf.SECONDARY_AUTHENTICATION;
        check("other flags", "0", FlagNames.of(TokenInfo.class, info().flags() & ~allowed));
    }

    @Requirement(
            id = "token.info.sessions",
            functions = GET_TOKEN_INFO,
            section = "3.2.3",
            rule = "The session counts are those of this application, if they are told")
    void sessionsAreCounted() {
        Session first = readOnlySession();
        session();
        session();
        checkCount("ulSessionCount", 3, TokenInfo::sessionCount);
        checkCount("ulRwSessionCount", 2, TokenInfo::rwSessionCount);
        first.close();
        checkCount("ulSessionCount after closing one", 2, TokenInfo::sessionCount);
    }

    @Requirement(
            id = "token.info.session-limits",
            functions = GET_TOKEN_INFO,
            section = "3.2.3",
            rule = "There cannot be more read/write sessions than sessions")
    void limitsFitTogether() {
        TokenInfo info = info();
        long all = info.maxSessionCount();
        long readWrite = info.maxRwSessionCount();
        boolean open = all == EFFECTIVELY_INFINITE || all == UNAVAILABLE_INFORMATION;
        boolean holds = open
                || readWrite == UNAVAILABLE_INFORMATION
                || (readWrite != EFFECTIVELY_INFINITE && Long.compareUnsigned(readWrite, all) <= 0);
        check("ulMaxRwSessionCount", "at most " + Long.toUnsignedString(all), holds, Long.toUnsignedString(readWrite));
    }

    @Requirement(
            id = "token.info.pin-lengths",
            functions = GET_TOKEN_INFO,
            section = "3.2.3",
            rule = "The longest PIN is not shorter than the shortest")
    void pinLengthsFitTogether() {
        TokenInfo info = info();
        check("ulMaxPinLen", "at least " + info.minPinLen(), info.maxPinLen() >= info.minPinLen(), info.maxPinLen());
    }

    @Requirement(
            id = "token.info.memory",
            functions = GET_TOKEN_INFO,
            section = "3.2.3",
            rule = "There is not more free memory than memory, if both are told")
    void freeMemoryIsPartOfAll() {
        TokenInfo info = info();
        checkFree("ulFreePublicMemory", info.freePublicMemory(), info.totalPublicMemory());
        checkFree("ulFreePrivateMemory", info.freePrivateMemory(), info.totalPrivateMemory());
    }

    @Requirement(
            id = "token.info.time",
            functions = GET_TOKEN_INFO,
            section = "3.2.3",
            rule = "A token with a clock tells the time as fourteen digits and two zeros")
    void timeHasItsForm() {
        TokenInfo info = info();
        if ((info.flags() & Ckf.CLOCK_ON_TOKEN) == 0) {
            throw notSupported("the token has no clock");
        }
        check("utcTime", "YYYYMMDDhhmmss00", info.utcTime().matches("[0-9]{14}00"), info.utcTime());
    }

    @Requirement(
            id = "token.info.random",
            functions = {GET_TOKEN_INFO, GENERATE_RANDOM},
            section = {"3.2.3", "5.19.2"},
            rule = "CKF_RNG tells whether random numbers can be had")
    void randomNumbersAsPromised() {
        Session session = session();
        boolean promised = token().has(Ckf.RNG);
        expect(new GenerateRandom(session.handle(), Fill.of(32))).returns(promised ? OK : RANDOM_NO_RNG);
    }

    private TokenInfo info() {
        return expect(new GetTokenInfo(token().slot())).value();
    }

    private void checkCount(String field, long expected, ToLongFunction<TokenInfo> count) {
        long told = count.applyAsLong(info());
        check(field, expected + " or unavailable", told == expected || told == UNAVAILABLE_INFORMATION, told);
    }

    private void checkFree(String field, long free, long total) {
        boolean told = free != UNAVAILABLE_INFORMATION && total != UNAVAILABLE_INFORMATION;
        boolean holds = !told || Long.compareUnsigned(free, total) <= 0;
        check(field, "at most " + Long.toUnsignedString(total), holds, Long.toUnsignedString(free));
    }
}
