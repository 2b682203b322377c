package dev.tokki.cli.report;

import dev.tokki.conformance.result.Argument;
import dev.tokki.conformance.result.ChapterInfo;
import dev.tokki.conformance.result.Expectation;
import dev.tokki.conformance.result.Finding;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import dev.tokki.conformance.result.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small run made by hand: every verdict, a reason, a text that would be HTML, an absent module.
final class SampleRun {
    static final TestInfo SERIAL = new TestInfo(
            "session.open.serial-flag",
            "session",
            List.of("C_OpenSession"),
            List.of("5.6.1"),
            "CKF_SERIAL_SESSION must be set; without it the answer is CKR_SESSION_PARALLEL_NOT_SUPPORTED",
            "SessionTests.openNeedsTheSerialFlag");
    static final TestInfo LOGOUT = new TestInfo(
            "session.logout.not-logged-in",
            "session",
            List.of("C_Logout"),
            List.of("5.6.10", "5.1.6"),
            "C_Logout without a login answers CKR_USER_NOT_LOGGED_IN",
            "LoginTests.logoutNeedsALogin");
    static final TestInfo GCM = new TestInfo(
            "aes.gcm.round-trip",
            "aes",
            List.of("C_EncryptInit", "C_Encrypt", "C_DecryptInit", "C_Decrypt"),
            List.of("6.13.1"),
            "What CKM_AES_GCM encrypts it decrypts again, <tag> and all",
            "AesTests.gcmRoundTrip");
    static final TestInfo WRONG_KEY = new TestInfo(
            "aes.key.wrong-type",
            "aes",
            List.of("C_SignInit"),
            List.of("5.13.1"),
            "An AES key with an RSA mechanism is CKR_KEY_TYPE_INCONSISTENT",
            "AesTests.wrongKeyType");

    private static final RecordedCall INITIALIZE = call("C_Initialize", "args", "{flags=CKF_OS_LOCKING_OK}", true);

    private SampleRun() {}

    static RunResult run() {
        return new RunResult(
                RunResult.FORMAT,
                "2026-11-24T06:30:00Z",
                83_400,
                "Linux amd64, Java 25.0.3",
                List.of(
                        new ChapterInfo("session", "Sessions", "5.6", List.of(SERIAL, LOGOUT)),
                        new ChapterInfo("aes", "AES", "6.13", List.of(GCM, WRONG_KEY))),
                List.of(engine(), softhsm(), absent()));
    }

    private static ModuleResult engine() {
        Why why = new Why(
                "flags",
                "CKF_SERIAL_SESSION must always be set",
                "5.6.1",
                "Pass CKF_SERIAL_SESSION with the other flags.");
        RecordedCall refused = new RecordedCall(
                1,
                "C_OpenSession",
                List.of(new Argument("slot", "0"), new Argument("flags", "CKF_RW_SESSION")),
                "CKR_SESSION_PARALLEL_NOT_SUPPORTED",
                List.of(),
                why,
                3,
                false);
        return new ModuleResult(
                "engine-memory",
                "Tokki's engine, in memory",
                null,
                true,
                null,
                List.of(
                        result(SERIAL, Verdict.CONFORMS, "", List.of(), List.of(INITIALIZE, refused), null),
                        result(LOGOUT, Verdict.CONFORMS, "", List.of(), List.of(INITIALIZE), null),
                        result(GCM, Verdict.CONFORMS, "", List.of(), List.of(INITIALIZE), null),
                        result(WRONG_KEY, Verdict.CONFORMS, "", List.of(), List.of(INITIALIZE), null)),
                900);
    }

    private static ModuleResult softhsm() {
        Finding finding = new Finding("C_Logout", "CKR_USER_NOT_LOGGED_IN", "CKR_OK", null);
        return new ModuleResult(
                "softhsm",
                "SoftHSM 2.6.1",
                "/usr/lib/softhsm/libsofthsm2.so",
                false,
                null,
                List.of(
                        result(SERIAL, Verdict.CONFORMS, "", List.of(), List.of(INITIALIZE), null),
                        result(
                                LOGOUT,
                                Verdict.DEVIATES,
                                finding.toString(),
                                List.of(finding),
                                List.of(INITIALIZE, call("C_Logout", "session", "1", false)),
                                new Expectation(Verdict.DEVIATES, "SoftHSM's issue 472")),
                        result(
                                GCM,
                                Verdict.NOT_SUPPORTED,
                                "no such thing </script><b>here",
                                List.of(),
                                List.of(),
                                null),
                        result(
                                WRONG_KEY,
                                Verdict.CRASHES,
                                "C_SignInit ended the process",
                                List.of(),
                                List.of(
                                        INITIALIZE,
                                        new RecordedCall(1, "C_SignInit", List.of(), "-", List.of(), null, 40, false)),
                                null)),
                2_500);
    }

    private static ModuleResult absent() {
        String why = "no libsoftokn3.so in /usr/lib";
        return new ModuleResult(
                "nss",
                "NSS softoken",
                null,
                false,
                why,
                List.of(SERIAL, LOGOUT, GCM, WRONG_KEY).stream()
                        .map(test -> result(test, Verdict.SKIPPED, why, List.of(), List.of(), null))
                        .toList(),
                0);
    }

    private static TestResult result(
            TestInfo test,
            Verdict verdict,
            String detail,
            List<Finding> findings,
            List<RecordedCall> calls,
            @Nullable Expectation expectation) {
        return new TestResult(test.id(), verdict, detail, findings, calls, 1_200, expectation);
    }

    private static RecordedCall call(String function, String argument, String text, boolean setUp) {
        return new RecordedCall(
                1, function, List.of(new Argument(argument, text)), "CKR_OK", List.of(), null, 12, setUp);
    }
}
