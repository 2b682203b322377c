package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.fluent.TokenObject;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// Token objects made and destroyed: each is on disk before the call returns, where the module has a disk.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TokenObjectBenchmark {
    /// C_CreateObject and C_DestroyObject of a secret key.
    @Benchmark
    public void createAndDestroy(Bench bench, Bench.OwnSession own) {
        TokenObject key = own.session()
                .create(
                        Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                        Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                        Attribute.of(Cka.TOKEN, true),
                        Attribute.of(Cka.LABEL, "short-lived"),
                        Attribute.of(Cka.ENCRYPT, true),
                        Attribute.of(Cka.VALUE, new byte[32]));
        key.destroy();
    }
}
