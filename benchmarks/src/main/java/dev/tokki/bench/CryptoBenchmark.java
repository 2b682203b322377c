package dev.tokki.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What people use most, through the modules' calls, and as bare calls of the provider that is fastest.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CryptoBenchmark {
    /// The contestant that is no module: the provider's bare call.
    static final String RAW = "raw";

    /// The contestant, for all threads.
    @State(Scope.Benchmark)
    public static class Party {
        /// A module, or the bare provider.
        @Param({Contestant.ENGINE_IN_MEMORY, Contestant.SOFTHSM, Contestant.NSS, RAW})
        public String module = RAW;

        private @Nullable Contestant contestant;

        /// Prepares the module and its token.
        @Setup(Level.Trial)
        public void prepare() throws Exception {
            contestant = module.equals(RAW) ? null : Bench.contestant(module);
        }

        /// Removes the module's token.
        @TearDown(Level.Trial)
        public void end() throws Exception {
            if (contestant != null) {
                contestant.close();
            }
        }
    }

    /// The case, set up for a thread with a session and keys of its own.
    @State(Scope.Thread)
    public static class Case {
        /// What is done.
        @Param
        public Work work = Work.SHA256_32;

        private @Nullable Prepared prepared;

        /// Makes the keys.
        @Setup(Level.Trial)
        public void prepare(Party party) throws Exception {
            prepared = party.contestant == null ? work.bare() : work.in(party.contestant.session());
        }
    }

    /// Does it once.
    @Benchmark
    public Object work(Case one) throws Exception {
        return Objects.requireNonNull(one.prepared).run();
    }
}
