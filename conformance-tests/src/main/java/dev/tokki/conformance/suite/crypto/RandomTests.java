package dev.tokki.conformance.suite.crypto;

import static dev.tokki.api.Function.GENERATE_RANDOM;
import static dev.tokki.api.Function.SEED_RANDOM;

import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.call.RandomNumbers.GenerateRandom;
import dev.tokki.api.call.RandomNumbers.SeedRandom;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.conformance.suite.Bench;
import dev.tokki.conformance.suite.Chapter;
import dev.tokki.conformance.suite.Requirement;
import dev.tokki.conformance.suite.Session;
import java.util.Arrays;

/// Random numbers, section 5.19.
@Chapter(id = "random", title = "Random numbers", section = "5.19")
record RandomTests(Bench bench) implements CryptoSuite {
    @Requirement(
            id = "random.generate",
            functions = GENERATE_RANDOM,
            section = "5.19.2",
            rule = "C_GenerateRandom fills all the bytes asked for, and twice not with the same")
    void differs() {
        Session session = withRng();
        byte[] first = expect(new GenerateRandom(session.handle(), Fill.of(64)))
                .value()
                .array();
        byte[] second = expect(new GenerateRandom(session.handle(), Fill.of(64)))
                .value()
                .array();
        check("length", 64, first.length);
        check("the second", "other bytes", !Arrays.equals(first, second), "the same");
        check("the last 16 bytes", "filled", !Arrays.equals(new byte[16], Data.part(first, 48, 64)), "zeros");
    }

    @Requirement(
            id = "random.large",
            functions = GENERATE_RANDOM,
            section = "5.19.2",
            rule = "C_GenerateRandom fills 100 kB, and each value of a byte comes about as often as the others")
    void large() {
        Session session = withRng();
        byte[] bytes = expect(new GenerateRandom(session.handle(), Fill.of(100_000)))
                .value()
                .array();
        int[] counts = new int[256];
        for (byte b : bytes) {
            counts[b & 0xff]++;
        }
        // 391 on average, with a standard deviation of 20: ten of these are beyond any accident.
        check(
                "least frequent byte",
                "at least 190 times",
                Arrays.stream(counts).min().orElse(0) >= 190,
                "fewer");
        check(
                "most frequent byte",
                "at most 590 times",
                Arrays.stream(counts).max().orElse(0) <= 590,
                "more");
    }

    @Requirement(
            id = "random.none",
            functions = GENERATE_RANDOM,
            section = "5.19.2",
            rule = "No bytes at all can be asked for, or are refused with CKR_ARGUMENTS_BAD")
    void noBytes() {
        Session session = withRng();
        expect(new GenerateRandom(session.handle(), Fill.of(0))).returns(Ckr.OK, Ckr.ARGUMENTS_BAD);
    }

    @Requirement(
            id = "random.null",
            functions = GENERATE_RANDOM,
            section = {"5.1.6", "5.19.2"},
            rule = "NULL_PTR for the bytes is CKR_ARGUMENTS_BAD")
    void nowhereToWrite() {
        Session session = withRng();
        expect(new GenerateRandom(session.handle(), Fill.nullOf(16))).returns(Ckr.ARGUMENTS_BAD);
    }

    @Requirement(
            id = "random.session",
            functions = {GENERATE_RANDOM, SEED_RANDOM},
            section = {"5.1.2", "5.19.1", "5.19.2"},
            rule = "0 is no session: CKR_SESSION_HANDLE_INVALID")
    void noSession() {
        withRng();
        expect(new GenerateRandom(0, Fill.of(16))).returns(Ckr.SESSION_HANDLE_INVALID);
        expect(new SeedRandom(0, Bytes.of(Data.counting(16)))).returns(Ckr.SESSION_HANDLE_INVALID);
    }

    @Requirement(
            id = "random.seed",
            functions = {SEED_RANDOM, GENERATE_RANDOM},
            section = "5.19.1",
            rule =
                    "C_SeedRandom mixes a seed in or says CKR_RANDOM_SEED_NOT_SUPPORTED; the same seed twice does not give"
                            + " the same numbers")
    void seedIsMixedIn() {
        Session session = withRng();
        byte[] first = afterSeed(session);
        byte[] second = afterSeed(session);
        check("numbers after the same seed", "others", !Arrays.equals(first, second), "the same");
    }

    @Requirement(
            id = "random.seed-null",
            functions = SEED_RANDOM,
            section = {"5.1.6", "5.19.1"},
            rule = "NULL_PTR with a length is no seed: CKR_ARGUMENTS_BAD, unless seeds are not supported at all")
    void seedNowhere() {
        Session session = withRng();
        expect(new SeedRandom(session.handle(), Bytes.nullOf(16)))
                .returns(Ckr.ARGUMENTS_BAD, Ckr.RANDOM_SEED_NOT_SUPPORTED);
    }

    @Requirement(
            id = "random.without-login",
            functions = GENERATE_RANDOM,
            section = "5.19.2",
            rule = "Random numbers can be had in a public session, or CKR_USER_NOT_LOGGED_IN says that they cannot")
    void withoutLogin() {
        requires(token().has(Ckf.RNG));
        expect(new GenerateRandom(session().handle(), Fill.of(16))).returns(Ckr.OK, Ckr.USER_NOT_LOGGED_IN);
    }

    private byte[] afterSeed(Session session) {
        expect(new SeedRandom(session.handle(), Bytes.of(Data.counting(32))))
                .returns(Ckr.OK, Ckr.RANDOM_SEED_NOT_SUPPORTED);
        return expect(new GenerateRandom(session.handle(), Fill.of(32))).value().array();
    }

    private Session withRng() {
        requires(token().has(Ckf.RNG));
        return userSession();
    }

    private void requires(boolean rng) {
        if (!rng) {
            throw notSupported("the token has no random number generator (CKF_RNG)");
        }
    }
}
