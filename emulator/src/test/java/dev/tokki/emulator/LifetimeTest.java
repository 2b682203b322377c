package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.Out;
import dev.tokki.api.Reply;
import dev.tokki.api.call.GeneralPurpose.Finalize;
import dev.tokki.api.call.GeneralPurpose.GetFunctionList;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.api.call.Sessions.GetSessionInfo;
import dev.tokki.api.call.Sessions.OpenSession;
import dev.tokki.api.call.SlotsAndTokens.WaitForSlotEvent;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From C_Initialize to C_Finalize (sections 5.4.1, 5.4.2, 5.5.4).
class LifetimeTest {
    private final Bench bench = Bench.ready();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingButTheFunctionListComesBeforeInitialize() {
        Cryptoki module = bench.emulator().connect();
        assertThat(module.call(new GetFunctionList()).isOk()).isTrue();
        assertThat(module.call(new GetInfo()).rv().value()).isEqualTo(Ckr.CRYPTOKI_NOT_INITIALIZED);
        assertThat(module.call(new Finalize()).rv().value()).isEqualTo(Ckr.CRYPTOKI_NOT_INITIALIZED);
        // Not even bad arguments are looked at.
        assertThat(module.call(new GetInfo(Out.nullPointer())).rv().value()).isEqualTo(Ckr.CRYPTOKI_NOT_INITIALIZED);
    }

    @Test
    void initializeTwiceIsRefused() {
        bench.expect(Ckr.CRYPTOKI_ALREADY_INITIALIZED, new Initialize());
        bench.ok(new Finalize());
        bench.ok(new Initialize());
    }

    @Test
    void finalizeTakesNoArgument() {
        bench.expect(Ckr.ARGUMENTS_BAD, new Finalize(1));
        bench.ok(new Finalize());
    }

    @Test
    void finalizeClosesAllSessions() {
        long session = bench.openReadWrite();
        bench.ok(new Finalize());
        bench.expect(Ckr.CRYPTOKI_NOT_INITIALIZED, new GetSessionInfo(session));
        bench.ok(new Initialize());
        bench.expect(Ckr.SESSION_HANDLE_INVALID, new GetSessionInfo(session));
        assertThat(bench.tokenInfo().sessionCount()).isZero();
    }

    @Test
    void mutexesAreGivenAllOrNoneAndOnlyBesidesOurOwn() {
        bench.ok(new Finalize());
        bench.expect(Ckr.ARGUMENTS_BAD, new Initialize(new InitializeArgs(Mutexes.SOME, Ckf.OS_LOCKING_OK, null)));
        bench.expect(Ckr.CANT_LOCK, new Initialize(new InitializeArgs(Mutexes.ALL, 0, null)));
        bench.expect(Ckr.ARGUMENTS_BAD, new Initialize(new InitializeArgs(Mutexes.NONE, 0, "configdir=…")));
        bench.ok(new Initialize(new InitializeArgs(Mutexes.ALL, Ckf.OS_LOCKING_OK, null)));
        bench.ok(new Finalize());
        bench.ok(new Initialize(InitializeArgs.flags(Ckf.LIBRARY_CANT_CREATE_OS_THREADS)));
    }

    @Test
    void thereAreNoSlotEvents() {
        bench.expect(Ckr.NO_EVENT, new WaitForSlotEvent(Ckf.DONT_BLOCK));
        bench.expect(Ckr.ARGUMENTS_BAD, new WaitForSlotEvent(Ckf.DONT_BLOCK, Out.nullPointer(), 0));
        bench.expect(Ckr.ARGUMENTS_BAD, new WaitForSlotEvent(Ckf.DONT_BLOCK, Out.here(), 1));
    }

    @Test
    void whoWaitsForASlotEventIsWokenByFinalize() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Reply<Long>> waiting = threads.submit(() -> bench.module().call(new WaitForSlotEvent(0)));
            bench.ok(new Finalize());
            assertThat(waiting.get(1, TimeUnit.MINUTES).rv().value()).isEqualTo(Ckr.CRYPTOKI_NOT_INITIALIZED);
        }
    }

    @Test
    void aClosedApplicationIsGoneAndOthersAreNot() {
        Bench other = bench.another();
        other.module().close();
        other.module().close();
        assertThatThrownBy(() -> other.module().call(new GetInfo())).isInstanceOf(IllegalStateException.class);
        bench.ok(new GetInfo());
    }

    @Test
    void aClosedEmulatorTakesItsApplicationsWithIt() {
        bench.close();
        assertThatThrownBy(() -> bench.module().call(new GetInfo())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bench.emulator().connect()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void callsDuringFinalizeEitherHappenBeforeItOrAreRefused() throws Exception {
        int threadCount = 4;
        try (ExecutorService threads = Executors.newFixedThreadPool(threadCount)) {
            for (int round = 0; round < 50; round++) {
                List<Future<List<Long>>> callers = Stream.generate(() -> threads.submit(this::openUntilRefused))
                        .limit(threadCount)
                        .toList();
                bench.openReadOnly();
                bench.ok(new Finalize());
                for (Future<List<Long>> caller : callers) {
                    List<Long> rvs = caller.get(1, TimeUnit.MINUTES);
                    assertThat(rvs.get(rvs.size() - 1)).isEqualTo(Ckr.CRYPTOKI_NOT_INITIALIZED);
                    assertThat(rvs.subList(0, rvs.size() - 1)).allMatch(rv -> rv == Ckr.OK);
                }
                bench.ok(new Initialize());
                assertThat(bench.tokenInfo().sessionCount()).isZero();
            }
        }
    }

    private List<Long> openUntilRefused() {
        List<Long> rvs = new ArrayList<>();
        Reply<Long> reply;
        do {
            reply = bench.module().call(new OpenSession(0, Ckf.SERIAL_SESSION));
            rvs.add(reply.rv().value());
        } while (reply.isOk());
        return rvs;
    }
}
