package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.TokenObject;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What a call costs when it has little to do.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
    /// A session object to read from.
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class OwnObject {
        private TokenObject object;

        /// Makes it.
        @Setup(Level.Trial)
        public void create(Bench.OwnSession own) {
            object = own.session()
                    .generateKey(
                            Mechanism.of(Ckm.AES_KEY_GEN),
                            Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                            Attribute.of(Cka.VALUE_LEN, 32L),
                            Attribute.of(Cka.LABEL, "read me"));
        }
    }

    /// C_GetSessionInfo.
    @Benchmark
    public Object sessionInfo(Bench bench, Bench.OwnSession own) {
        return own.session().info();
    }

    /// C_OpenSession and C_CloseSession.
    @Benchmark
    public void openAndCloseSession(Bench bench) {
        bench.contestant().token().openReadOnly().close();
    }

    /// C_GetAttributeValue twice: the length of the label, then the label.
    @Benchmark
    public Object readLabel(Bench bench, Bench.OwnSession own, OwnObject of) {
        return of.object.label();
    }

    /// C_GenerateRandom of 32 bytes.
    @Benchmark
    public Object random32(Bench bench, Bench.OwnSession own) {
        return own.session().random(32);
    }
}
