package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A million random calls of all functions with random arguments, as in [JunkProperties], and what is left of them.
class JunkTest {
    private static final int WORLDS = 1_000_000 / JunkProperties.CALLS;
    private static final int WARM = WORLDS / 5;
    private static final long LEAK = 24L << 20;

    @Test
    @Tag("slow")
    void aMillionJunkCallsAreAnsweredAndLeaveNeitherThreadsNorMemory() {
        Random seeds = new Random();
        long before = 0;
        int threads = 0;
        for (int world = 0; world < WORLDS; world++) {
            if (world == WARM) {
                before = used();
                threads = threads();
            }
            long seed = seeds.nextLong();
            assertThatNoException().as("seed " + seed).isThrownBy(() -> JunkProperties.callJunk(seed));
        }
        assertThat(threads()).as("threads").isLessThanOrEqualTo(threads);
        assertThat(used() - before)
                .as("bytes more than after a fifth of the calls")
                .isLessThan(LEAK);
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /// Twice: what the first collection hands to cleaners the second takes.
    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
