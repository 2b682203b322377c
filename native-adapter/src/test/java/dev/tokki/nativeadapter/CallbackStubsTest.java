package dev.tokki.nativeadapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.constant.Ckn;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.Abi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The callbacks as a module calls them: as C functions at addresses.
class CallbackStubsTest {
    private static final int CREATE = 0;
    private static final int DESTROY = 1;
    private static final int LOCK = 2;
    private static final int UNLOCK = 3;

    private final CallbackStubs stubs = new CallbackStubs(Abi.ofThisMachine());
    private final long[] mutexes = stubs.mutexes(Mutexes.ALL);

    @AfterEach
    void close() {
        stubs.close();
    }

    @Test
    void aMutexIsLockedUnlockedAndDestroyed() {
        long mutex = created();
        assertThat(call(mutexes[LOCK], mutex)).isEqualTo(Ckr.OK);
        assertThat(call(mutexes[UNLOCK], mutex)).isEqualTo(Ckr.OK);
        assertThat(call(mutexes[UNLOCK], mutex)).isEqualTo(Ckr.MUTEX_NOT_LOCKED);
        assertThat(call(mutexes[DESTROY], mutex)).isEqualTo(Ckr.OK);
        for (int function : new int[] {LOCK, UNLOCK, DESTROY}) {
            assertThat(call(mutexes[function], mutex)).isEqualTo(Ckr.MUTEX_BAD);
        }
    }

    @Test
    void nowhereToPutAMutexIsABadArgument() {
        assertThat(call(mutexes[CREATE], 0)).isEqualTo(Ckr.ARGUMENTS_BAD);
    }

    @Test
    void twoThreadsAreNeverBetweenLockAndUnlockAtOnce() throws InterruptedException {
        long mutex = created();
        int rounds = 2_000;
        int[] counter = {0};
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                await(start);
                for (int round = 0; round < rounds; round++) {
                    call(mutexes[LOCK], mutex);
                    counter[0]++; // no other protection than the mutex
                    call(mutexes[UNLOCK], mutex);
                }
            }));
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counter[0]).isEqualTo(4 * rounds);
    }

    @Test
    void someButNotAllAreTwo() {
        assertThat(stubs.mutexes(Mutexes.SOME)).containsExactly(mutexes[CREATE], 0, mutexes[LOCK], 0);
        assertThat(stubs.mutexes(Mutexes.NONE)).containsOnly(0);
    }

    @Test
    void aNotificationArrivesWithItsArgumentsAndItsAnswerGoesBack() {
        List<Long> heard = new ArrayList<>();
        long address = stubs.notification((session, event, application) -> {
            heard.addAll(List.of(session, event, application));
            return Ckr.CANCEL;
        });
        assertThat(call(address, 7, Ckn.SURRENDER, 0x55)).isEqualTo(Ckr.CANCEL);
        assertThat(heard).containsExactly(7L, Ckn.SURRENDER, 0x55L);
    }

    @Test
    void aNotificationThatThrowsDoesNotThrowIntoC() {
        long address = stubs.notification((session, event, application) -> {
            throw new IllegalStateException("no");
        });
        assertThat(call(address, 1, Ckn.SURRENDER, 0)).isEqualTo(Ckr.OK);
    }

    private long created() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(8, 8);
            assertThat(call(mutexes[CREATE], place.address())).isEqualTo(Ckr.OK);
            return new LocalMemory(Abi.ofThisMachine()).pointer(place.address());
        }
    }

    private static long call(long address, Object... arguments) {
        try {
            Object[] words = new Object[arguments.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = ((Number) arguments[i]).longValue();
            }
            return (long) Foreign.function(MemorySegment.ofAddress(address), words.length)
                    .invokeWithArguments(words);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
