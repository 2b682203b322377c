package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.AsyncData;
import dev.tokki.api.Attribute;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Mechanism;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Reply;
import dev.tokki.api.Template;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Asynchronous.AsyncComplete;
import dev.tokki.api.call.Asynchronous.AsyncGetID;
import dev.tokki.api.call.Asynchronous.AsyncJoin;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Digesting;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.KeyManagement;
import dev.tokki.api.call.Objects;
import dev.tokki.api.call.RandomNumbers;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.LoginUser;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.Signing;
import dev.tokki.api.call.SlotsAndTokens.InitToken;
import dev.tokki.api.call.Verification;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cks;
import dev.tokki.api.constant.Cku;
import dev.tokki.emulator.token.TokenPolicy;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls in background (section 5.21), and what is left of them after C_Finalize and after the engine was closed.
class AsyncTest {
    private static final Bytes TEXT = Bytes.utf8("text");
    private static final Mechanism HMAC = Mechanism.of(Ckm.SHA256_HMAC);

    @TempDir
    private Path folder;

    private Folders engines;

    @BeforeEach
    void describe() {
        engines = new Folders(folder, TokenPolicy.standard().withAsyncSessions());
    }

    private static long open(Bench bench) {
        return bench.get(new OpenSession(0, Ckf.SERIAL_SESSION | Ckf.RW_SESSION | Ckf.ASYNC_SESSION));
    }

    private static Reply<AsyncData> awaited(Bench bench, long session, String function) {
        Reply<AsyncData> reply = bench.module().call(new AsyncComplete(session, function));
        while (reply.rv().is(Ckr.PENDING)) {
            LockSupport.parkNanos(1_000_000);
            reply = bench.module().call(new AsyncComplete(session, function));
        }
        return reply;
    }

    private static AsyncData done(Bench bench, long session, String function) {
        Reply<AsyncData> reply = awaited(bench, session, function);
        assertThat(reply.isOk()).as(() -> function + ": " + reply.why()).isTrue();
        return reply.value() == null ? new AsyncData(0, Bytes.NULL, 0, 0, 0) : reply.value();
    }

    /// {@return what C_AsyncComplete gives for a call that must be pending}
    private static AsyncData background(Bench bench, long session, Call<?> call, String function) {
        bench.expect(Ckr.PENDING, call);
        return done(bench, session, function);
    }

    private static KeyManagement.GenerateKeyPair pair(long session) {
        Template both = Template.of(
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.LABEL, "pair"),
                Attribute.of(Cka.EC_PARAMS, Bytes.hex("06082a8648ce3d030107").array()));
        return new KeyManagement.GenerateKeyPair(
                session,
                Mechanism.of(Ckm.EC_KEY_PAIR_GEN),
                both,
                Template.of(Attribute.of(Cka.TOKEN, true), Attribute.of(Cka.LABEL, "pair")));
    }

    private static Template macKey(boolean isPrivate) {
        return Template.of(
                Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                Attribute.of(Cka.KEY_TYPE, Ckk.GENERIC_SECRET),
                Attribute.of(Cka.PRIVATE, isPrivate),
                Attribute.of(Cka.TOKEN, true),
                Attribute.of(Cka.SIGN, true),
                Attribute.of(Cka.VERIFY, true),
                Attribute.of(Cka.VALUE, new byte[32]));
    }

    private static long found(Bench bench, long session, String label) {
        bench.ok(new Objects.FindObjectsInit(session, Template.of(Attribute.of(Cka.LABEL, label))));
        ULongs found = bench.get(new Objects.FindObjects(session, Fill.of(10)));
        bench.ok(new Objects.FindObjectsFinal(session));
        return found.count();
    }

    private static void logIn(Bench bench, long session) {
        bench.expect(Ckr.PENDING, new Login(session, Cku.USER, Bytes.utf8(Bench.USER_PIN)));
        done(bench, session, "C_Login");
    }

    @Test
    void everyStepOfASignatureRunsInBackground() {
        try (Bench bench = engines.start()) {
            long session = open(bench);
            logIn(bench, session);
            assertThat(bench.state(session)).isEqualTo(Cks.RW_USER_FUNCTIONS);
            long key = background(bench, session, new Objects.CreateObject(session, macKey(true)), "C_CreateObject")
                    .object();
            background(bench, session, new Signing.SignInit(session, HMAC, key), "C_SignInit");
            background(bench, session, new Signing.SignUpdate(session, TEXT), "C_SignUpdate");
            AsyncData mac = background(bench, session, new Signing.SignFinal(session, Buffer.of(40)), "C_SignFinal");
            assertThat(mac.length()).isEqualTo(32);
            bench.expect(Ckr.PENDING, new Logout(session));
            done(bench, session, "C_Logout");
            assertThat(bench.state(session)).isEqualTo(Cks.RW_PUBLIC_SESSION);
        }
    }

    @Test
    void whatHasOtherOutputsThanABufferAndHandlesAnswersAtOnce() {
        try (Bench bench = engines.start()) {
            long session = open(bench);
            bench.ok(new Objects.GetAttributeValue(
                    session,
                    background(bench, session, new Objects.CreateObject(session, macKey(false)), "C_CreateObject")
                            .object(),
                    QueryTemplate.of(java.util.List.of())));
            assertThat(background(
                                    bench,
                                    session,
                                    new RandomNumbers.GenerateRandom(session, Fill.of(17)),
                                    "C_GenerateRandom")
                            .value()
                            .length())
                    .isEqualTo(17);
        }
    }

    @Test
    void whatIsPendingWhenItsSessionIsClosedIsCancelledUnlessItsIdentifierWasAskedFor() {
        try (Bench bench = engines.start()) {
            long watching = bench.openAsUser();
            long session = open(bench);
            bench.expect(Ckr.PENDING, pair(session));
            bench.ok(new CloseSession(session));
            assertThat(found(bench, watching, "pair")).isZero();
            long other = open(bench);
            bench.expect(Ckr.PENDING, pair(other));
            bench.get(new AsyncGetID(other, "C_GenerateKeyPair"));
            bench.ok(new CloseSession(other));
            assertThat(found(bench, watching, "pair")).isEqualTo(2);
        }
    }

    @Test
    void aCallIsJoinedAfterCFinalizeAndCInitialize() {
        try (Bench bench = engines.start()) {
            long session = open(bench);
            logIn(bench, session);
            bench.expect(Ckr.PENDING, pair(session));
            long id = bench.get(new AsyncGetID(session, "C_GenerateKeyPair"));
            bench.ok(new Finalize());
            bench.ok(new Initialize());
            long later = bench.openAsUser();
            bench.ok(new AsyncJoin(later, "C_GenerateKeyPair", id, Fill.of(0)));
            AsyncData result = done(bench, later, "C_GenerateKeyPair");
            assertThat(result.object()).isNotZero();
            assertThat(result.additionalObject()).isNotZero();
        }
    }

    @Test
    void aCallIsJoinedAfterTheEngineWasClosedByTheSameUserOnly() {
        long id;
        long mac;
        try (Bench bench = engines.start()) {
            long session = open(bench);
            logIn(bench, session);
            bench.expect(Ckr.PENDING, pair(session));
            id = bench.get(new AsyncGetID(session, "C_GenerateKeyPair"));
            done(bench, session, "C_GenerateKeyPair");
            bench.expect(Ckr.PENDING, pair(session));
            id = bench.get(new AsyncGetID(session, "C_GenerateKeyPair"));
            long other = open(bench);
            long key = background(bench, other, new Objects.CreateObject(other, macKey(true)), "C_CreateObject")
                    .object();
            background(bench, other, new Signing.SignInit(other, HMAC, key), "C_SignInit");
            bench.expect(Ckr.PENDING, new Signing.Sign(other, TEXT, Buffer.of(32)));
            mac = bench.get(new AsyncGetID(other, "C_Sign"));
        }
        try (Bench bench = engines.start()) {
            long session = bench.openReadWrite();
            bench.expect(Ckr.SAVED_STATE_INVALID, new AsyncJoin(session, "C_Sign", mac, Fill.of(32)));
            bench.ok(new LoginUser(session, Cku.USER, Bytes.utf8("alice's PIN"), Bytes.utf8("alice")));
            bench.expect(Ckr.SAVED_STATE_INVALID, new AsyncJoin(session, "C_Sign", mac, Fill.of(32)));
            bench.ok(new Logout(session));
            bench.ok(new Login(session, Cku.USER, Bytes.utf8(Bench.USER_PIN)));
            bench.expect(Ckr.BUFFER_TOO_SMALL, new AsyncJoin(session, "C_Sign", mac, Fill.of(31)));
            bench.ok(new AsyncJoin(session, "C_Sign", mac, Fill.of(32)));
            assertThat(done(bench, session, "C_Sign").value().hex())
                    // HMAC-SHA-256 of "text" under 32 zero bytes, as the JDK computes it
                    .isEqualTo(hmac());
            bench.ok(new AsyncJoin(session, "C_GenerateKeyPair", id, Fill.of(0)));
            AsyncData result = done(bench, session, "C_GenerateKeyPair");
            assertThat(result.additionalObject()).isNotZero();
            assertThat(found(bench, session, "pair")).isEqualTo(4);
        }
        try (Bench bench = engines.start()) {
            long session = bench.openAsUser();
            bench.expect(Ckr.SAVED_STATE_INVALID, new AsyncJoin(session, "C_Sign", mac, Fill.of(32)));
        }
    }

    private static String hmac() {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(new byte[32], "HmacSHA256"));
            return Bytes.of(mac.doFinal(TEXT.array())).hex();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRefusalIsKeptWithItsReason() {
        long id;
        try (Bench bench = engines.start()) {
            long session = open(bench);
            long key = background(bench, session, new Objects.CreateObject(session, macKey(false)), "C_CreateObject")
                    .object();
            background(bench, session, new Verification.VerifyInit(session, HMAC, key), "C_VerifyInit");
            bench.expect(Ckr.PENDING, new Verification.Verify(session, TEXT, Bytes.of(new byte[32])));
            id = bench.get(new AsyncGetID(session, "C_Verify"));
        }
        try (Bench bench = engines.start()) {
            long session = bench.openReadWrite();
            bench.ok(new AsyncJoin(session, "C_Verify", id, Fill.of(0)));
            Reply<AsyncData> reply = awaited(bench, session, "C_Verify");
            assertThat(reply.rv().value()).isEqualTo(Ckr.SIGNATURE_INVALID);
            assertThat(reply.why()).isPresent();
        }
    }

    @Test
    void whatGoesOnWithAnOperationCannotOutliveItsSession() {
        try (Bench bench = engines.start()) {
            long session = open(bench);
            bench.expect(Ckr.PENDING, new Digesting.DigestInit(session, Mechanism.of(Ckm.SHA256)));
            bench.expect(Ckr.STATE_UNSAVEABLE, new AsyncGetID(session, "C_DigestInit"));
            done(bench, session, "C_DigestInit");
        }
    }

    @Test
    void aTokenInitialisedAnewKnowsNoCallsOfBefore() {
        try (Bench bench = engines.start()) {
            long session = open(bench);
            background(bench, session, new Digesting.DigestInit(session, Mechanism.of(Ckm.SHA256)), "C_DigestInit");
            bench.expect(Ckr.PENDING, new Digesting.Digest(session, TEXT, Buffer.of(32)));
            long id = bench.get(new AsyncGetID(session, "C_Digest"));
            bench.ok(new CloseSession(session));
            bench.ok(new InitToken(0, Bytes.utf8(Bench.SO_PIN), dev.tokki.api.fluent.Token.paddedLabel("anew")));
            long later = bench.openReadWrite();
            bench.expect(Ckr.SAVED_STATE_INVALID, new AsyncJoin(later, "C_Digest", id, Fill.of(32)));
        }
    }
}
