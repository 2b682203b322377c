package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.call.Digesting.Digest;
import dev.tokki.api.call.Digesting.DigestInit;
import dev.tokki.api.call.Sessions.CloseSession;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.Login;
import dev.tokki.api.call.Sessions.Logout;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.constant.Names;
import dev.tokki.emulator.token.TokenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Several threads in one application.
class ThreadsTest {
    private static final int THREADS = 8;
    private static final Bytes TEXT = Bytes.utf8("text");

    private final Bench bench = Bench.on(Emulator.builder()
            .policy(TokenPolicy.standard().withTries(5, 5))
            .slot(0, TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN))
            .build());

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void sessionsDoNotDisturbEachOther() throws Exception {
        byte[] expected = digest(bench.openReadOnly());
        inParallel(thread -> {
            long session = bench.openReadOnly();
            for (int i = 0; i < 100; i++) {
                assertThat(digest(session)).isEqualTo(expected);
            }
            return 0L;
        });
    }

    @Test
    void ofWrongPinsAtOnceEachIsCounted() throws Exception {
        long session = bench.openReadOnly();
        List<Long> rvs = inParallel(thread -> rv(new Login(session, Cku.USER, Bytes.utf8("wrong"))));
        assertThat(rvs.stream().filter(rv -> rv == Ckr.PIN_INCORRECT)).hasSize(5);
        assertThat(rvs.stream().filter(rv -> rv == Ckr.PIN_LOCKED)).hasSize(THREADS - 5);
    }

    @Test
    void ofLoginsAtOnceOneSucceeds() throws Exception {
        List<Long> rvs =
                inParallel(thread -> rv(new Login(bench.openReadOnly(), Cku.USER, Bytes.utf8(Bench.USER_PIN))));
        assertThat(rvs.stream().filter(rv -> rv == Ckr.OK)).hasSize(1);
        assertThat(rvs.stream().filter(rv -> rv == Ckr.USER_ALREADY_LOGGED_IN)).hasSize(THREADS - 1);
    }

    @Test
    void ofClosesAtOnceOneSucceeds() throws Exception {
        long session = bench.openReadOnly();
        List<Long> rvs = inParallel(thread -> rv(new CloseSession(session)));
        assertThat(rvs.stream().filter(rv -> rv == Ckr.OK)).hasSize(1);
        assertThat(bench.tokenInfo().sessionCount()).isZero();
    }

    @Test
    void openingClosingLoggingInAndOutAllEndWithoutDeadlock() throws Exception {
        Set<Long> explained = Set.of(
                Ckr.OK,
                Ckr.USER_ALREADY_LOGGED_IN,
                Ckr.USER_NOT_LOGGED_IN,
                Ckr.SESSION_HANDLE_INVALID,
                Ckr.SESSION_CLOSED);
        bench.openReadOnly();
        inParallel(thread -> {
            for (int i = 0; i < 40; i++) {
                long session = bench.get(new OpenSession(0, Ckf.SERIAL_SESSION));
                for (Call<?> call : List.of(
                        new Login(session, Cku.USER, Bytes.utf8(Bench.USER_PIN)),
                        new GetSessionInfo(session),
                        new Logout(session),
                        new CloseSession(session))) {
                    assertThat(explained)
                            .as(Names.CKR.of(rv(new GetSessionInfo(session))))
                            .contains(rv(call));
                }
            }
            return 0L;
        });
        assertThat(bench.tokenInfo().sessionCount()).isEqualTo(1);
    }

    private byte[] digest(long session) {
        bench.ok(new DigestInit(session, Mechanism.of(Ckm.SHA256)));
        return bench.get(new Digest(session, TEXT, Buffer.of(32))).array();
    }

    private long rv(Call<?> call) {
        Reply<?> reply = bench.module().call(call);
        return reply.rv().value();
    }

    private interface InThread {
        long run(int thread) throws Exception;
    }

    private static List<Long> inParallel(InThread body) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Long>> bodies = IntStream.range(0, THREADS)
                    .<Callable<Long>>mapToObj(thread -> () -> body.run(thread))
                    .toList();
            List<Long> results = new ArrayList<>();
            for (Future<Long> future : threads.invokeAll(bodies, 2, TimeUnit.MINUTES)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
