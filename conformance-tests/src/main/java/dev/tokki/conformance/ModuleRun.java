package dev.tokki.conformance;

import dev.tokki.api.Function;
import dev.tokki.api.call.GeneralPurpose.GetInfo;
import dev.tokki.api.call.GeneralPurpose.Initialize;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Stage;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import dev.tokki.conformance.suite.TestCase;
import java.time.Duration;
import java.util.List;

/// The turn of one module: its tests, one after the other.
final class ModuleRun {
    private final ModuleUnderTest module;
    private final List<TestCase> tests;
    private final Progress progress;
    private final Duration patience;

    ModuleRun(ModuleUnderTest module, List<TestCase> tests, Progress progress, Duration patience) {
        this.module = module;
        this.tests = tests;
        this.progress = progress;
        this.patience = patience;
    }

    ModuleResult run() {
        long start = System.nanoTime();
        progress.moduleStarted(module);
        List<TestResult> results = module.absence().map(this::skipped).orElseGet(this::tested);
        ModuleResult result = new ModuleResult(
                module.name(),
                title(),
                module.location().orElse(null),
                module.held(),
                module.absence().orElse(null),
                results,
                (System.nanoTime() - start) / 1_000_000);
        module.close();
        progress.moduleFinished(result);
        return result;
    }

    /// The module's name, with the version that it says it has.
    private String title() {
        if (module.held() || module.absence().isPresent()) {
            return module.title();
        }
        try (Stage stage = module.stage()) {
            stage.cryptoki().call(new Initialize(stage.arguments()));
            return module.title() + " "
                    + stage.cryptoki()
                            .call(new GetInfo())
                            .orThrow(Function.GET_INFO)
                            .libraryVersion();
        } catch (RuntimeException e) {
            return module.title(); // the tests will tell what is wrong with it
        }
    }

    private List<TestResult> skipped(String absence) {
        return tests.stream()
                .map(test -> new TestResult(test.info().id(), Verdict.SKIPPED, absence, List.of(), List.of(), 0, null))
                .toList();
    }

    private List<TestResult> tested() {
        try (TestRunner runner = new TestRunner(module, patience)) {
            return tests.stream().map(test -> one(runner, test)).toList();
        }
    }

    private TestResult one(TestRunner runner, TestCase test) {
        progress.testStarted(module, test.info());
        TestResult result = runner.run(test);
        progress.testFinished(module, test.info(), result);
        return result;
    }
}
