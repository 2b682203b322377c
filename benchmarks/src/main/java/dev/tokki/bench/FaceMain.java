package dev.tokki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs the benchmarks of the native face and writes their table: `FaceMain TABLE.md [SECONDS-PER-MEASUREMENT]`.
///
/// Five minutes with half a second; the daemon needs two seconds of calls before it is warm.
public final class FaceMain {
    private static final int[] THREADS = {1, 2, 4, 8};

    private FaceMain() {}

    /// Runs them.
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path table = Path.of(arguments.length > 0 ? arguments[0] : "native-speed.md");
        TimeValue time = TimeValue.milliseconds(
                Math.round(1000 * (arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.5)));
        List<RunResult> results = new ArrayList<>();
        for (int threads : THREADS) {
            results.addAll(run(of(BareBenchmark.class, time, threads)));
            results.addAll(
                    run(of(FaceBenchmark.class, time, threads).param("module", Contestant.FACE, Contestant.SOFTHSM)));
        }
        Files.writeString(table, heading() + FaceTable.of(results));
    }

    private static String heading() {
        return """
                # The native face: the table of speed

                Microseconds for each operation and thread, written by `FaceMain` of the module `benchmarks` on a machine with %d
                processors, JDK %s. Both libraries are called through the same Java interface, which is part of the time.

                """.formatted(
                Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    }

    private static ChainedOptionsBuilder of(Class<?> benchmark, TimeValue time, int threads) {
        return new OptionsBuilder()
                .include("\\." + benchmark.getSimpleName() + "\\.")
                .threads(threads)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(time)
                .shouldFailOnError(false)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED");
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }
}
