package dev.tokki.bench;

import dev.tokki.emulator.crypto.Crypto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs all benchmarks in one go and writes their table: `Main TABLE.md [SECONDS-PER-MEASUREMENT [THREADS,…]]`.
public final class Main {
    private static final String[] ALL_MODULES = {
        Contestant.ENGINE_IN_MEMORY, Contestant.ENGINE_ON_FILE, Contestant.SOFTHSM, Contestant.NSS
    };

    /// What is also measured with several threads.
    private static final String[] WITH_THREADS = Stream.of(
                    Work.SHA256_32, Work.SHA256_16K, Work.AES256_GCM_16K, Work.P256_SIGN, Work.RSA2048_SIGN)
            .map(Work::name)
            .toArray(String[]::new);

    private Main() {}

    /// Runs the benchmarks.
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path table = Path.of(arguments.length > 0 ? arguments[0] : "benchmarks.md");
        TimeValue time = TimeValue.milliseconds(
                Math.round(1000 * (arguments.length > 1 ? Double.parseDouble(arguments[1]) : 2)));
        List<RunResult> results = new ArrayList<>();
        results.addAll(run(of(CallBenchmark.class, time).param("module", ALL_MODULES)));
        results.addAll(run(of(CallBenchmark.class, time).param("module", Contestant.RECORDED)));
        results.addAll(run(of(TokenObjectBenchmark.class, time)
                .param("module", Contestant.ENGINE_ON_FILE, Contestant.SOFTHSM, Contestant.NSS)));
        results.addAll(run(of(FindBenchmark.class, time)
                .param("module", Contestant.ENGINE_ON_FILE, Contestant.SOFTHSM, Contestant.NSS)
                .param("objects", "10", "1000")));
        // The others take minutes to make as many.
        results.addAll(run(of(FindBenchmark.class, time)
                .param("module", Contestant.ENGINE_ON_FILE)
                .param("objects", "10000")));
        results.addAll(run(of(CryptoBenchmark.class, time)));
        if (Crypto.isAccelerated()) {
            results.addAll(run(of(CryptoBenchmark.class, time).param("module", Contestant.ENGINE_ACCELERATED)));
        }
        int[] threadCounts = Arrays.stream((arguments.length > 2 ? arguments[2] : "2,4,8").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        for (int threads : threadCounts) {
            results.addAll(run(
                    of(CryptoBenchmark.class, time).param("work", WITH_THREADS).threads(threads)));
        }
        results.addAll(run(of(EngineBenchmark.class, time)));
        Files.writeString(table, heading(time) + Table.of(results) + Footprint.measure());
    }

    private static String heading(TimeValue time) {
        return """
                # Benchmarks: the table

                One run, written by `Main` of the module `benchmarks`: %d processors, JDK %s, iterations of %d ms, two to warm up
                and three measured. In brackets the ratio to SoftHSM. Every module is called through the same Java interface,
                which is part of its time; `raw` is the bare call of the provider that is fastest at it, with a key prepared.

                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        time.convertTo(TimeUnit.MILLISECONDS));
    }

    private static ChainedOptionsBuilder of(Class<?> benchmark, TimeValue time) {
        return new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .forks(1)
                .warmupIterations(2)
                .warmupTime(time)
                .measurementIterations(3)
                .measurementTime(time)
                .shouldFailOnError(false)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED");
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }
}
