package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.Session;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// C_FindObjectsInit, C_FindObjects and C_FindObjectsFinal for one label among many token objects.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FindBenchmark {
    /// A token full of keys.
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class Full {
        /// How many token objects there are.
        @Param({"10", "1000", "10000"})
        public int objects = 10;

        private Session session;
        private String label = "";

        /// Fills the token.
        @Setup(Level.Trial)
        public void fill(Bench bench) {
            session = bench.contestant().session();
            for (int i = 0; i < objects; i++) {
                session.create(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.LABEL, "key " + i),
                        Attribute.of(Cka.ENCRYPT, true),
                        Attribute.of(Cka.VALUE, new byte[32]));
            }
            label = "key " + objects / 2;
        }
    }

    /// The one with a label.
    @Benchmark
    public Object byLabel(Bench bench, Full full) {
        return full.session.find(Attribute.of(Cka.LABEL, full.label));
    }
}
