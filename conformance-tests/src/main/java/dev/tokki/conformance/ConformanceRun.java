package dev.tokki.conformance;

import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.result.ChapterInfo;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.suite.Catalog;
import dev.tokki.conformance.suite.TestCase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/// A run of the suite against modules.
///
///     RunResult result = ConformanceRun.of(modules).only(Filter.of("session.*")).progress(bar).run();
///
/// The runner is our own and not JUnit's: a verdict is one of five where a test framework knows three; a test that
/// hangs must cost its module's process, not ours; and the command line starts without an engine to discover. In a
/// build, JUnit runs the same tests one by one as dynamic tests.
///
/// @param modules the columns of the matrix, absent ones too
/// @param wanted which tests
/// @param progress who hears how it goes
/// @param patience how long one test may take before its module is killed
/// @param sideBySide how many modules run at once
public record ConformanceRun(
        List<ModuleUnderTest> modules,
        Predicate<TestInfo> wanted,
        Progress progress,
        Duration patience,
        int sideBySide) {
    /// Copies the list.
    public ConformanceRun {
        modules = List.copyOf(modules);
    }

    /// {@return a run of all tests, one module after the other, 30 seconds for each test}
    public static ConformanceRun of(List<? extends ModuleUnderTest> modules) {
        return new ConformanceRun(List.copyOf(modules), test -> true, Progress.silent(), Duration.ofSeconds(30), 1);
    }

    /// {@return all tests there are, by chapters}
    public static List<ChapterInfo> catalog() {
        return Catalog.chapters(Catalog.tests(test -> true));
    }

    /// {@return this run with fewer tests}
    public ConformanceRun only(Predicate<TestInfo> fewer) {
        return new ConformanceRun(modules, wanted.and(fewer), progress, patience, sideBySide);
    }

    /// {@return this run with a listener}
    public ConformanceRun progress(Progress listener) {
        return new ConformanceRun(modules, wanted, listener, patience, sideBySide);
    }

    /// {@return this run with another limit for one test}
    public ConformanceRun patience(Duration limit) {
        return new ConformanceRun(modules, wanted, progress, limit, sideBySide);
    }

    /// {@return this run with so many modules at once}
    public ConformanceRun sideBySide(int count) {
        return new ConformanceRun(modules, wanted, progress, patience, count);
    }

    /// Runs the tests on each module. The modules are closed afterwards.
    ///
    /// @return what was found, in the order of the modules given
    public RunResult run() {
        List<TestCase> tests = Catalog.tests(wanted);
        Instant started = Instant.now();
        progress.started(modules.size(), tests.size());
        List<ModuleResult> columns = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(sideBySide)) {
            List<Future<ModuleResult>> turns = modules.stream()
                    .map(module -> executor.submit(() -> new ModuleRun(module, tests, progress, patience).run()))
                    .toList();
            for (Future<ModuleResult> turn : turns) {
                columns.add(turn.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run failed: " + e.getCause(), e);
        }
        return new RunResult(
                RunResult.FORMAT,
                started.truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.between(started, Instant.now()).toMillis(),
                machine(),
                Catalog.chapters(tests),
                columns);
    }

    private static String machine() {
        return "%s %s, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"));
    }
}
