package dev.tokki.conformance;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.RecordedCall;
import dev.tokki.conformance.result.ResultFile;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import dev.tokki.emulator.crypto.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// The whole suite on the engine, in memory and on file, and on every native module that this machine has.
///
/// What the engine does otherwise than the specification says, and than its record says of what it lacks, fails. What a
/// foreign module does is told as an aborted test; where it changed against the record the build's log says so, and
/// with
/// `-Dtokki.conformance.strict=true` the test fails.
class ConformanceIT {
    private static final Path FOLDER = Path.of("target", "conformance");

    @TestFactory
    Stream<DynamicNode> everyModule() throws IOException {
        List<ModuleUnderTest> modules = new ArrayList<>();
        modules.add(Modules.engineInMemory());
        modules.add(Modules.engineOnFile());
        modules.addAll(Modules.natives());
        RunResult run = ConformanceRun.of(modules).sideBySide(2).run();
        ResultFile.write(run, FOLDER.resolve("result.json"));
        run.modules().forEach(ConformanceIT::tell);
        return run.modules().stream().map(ConformanceIT::nodes);
    }

    /// Every selection of providers behaves alike. With everything there is the suite has run above.
    @Tag("slow")
    @TestFactory
    Stream<DynamicNode> theEngineWithFewerProviders() {
        RunResult run = ConformanceRun.of(List.of(
                        Modules.engineInMemory(Selection.PURE_JAVA), Modules.engineInMemory(Selection.BOUNCY_CASTLE)))
                .sideBySide(2)
                .run();
        run.modules().forEach(ConformanceIT::tell);
        return run.modules().stream().map(ConformanceIT::nodes);
    }

    private static void tell(ModuleResult module) {
        System.out.printf(
                "%s: %d conform, %d deviate, %d not supported, %d crash, %d skipped; %d ms%s%n",
                module.title(),
                module.count(Verdict.CONFORMS),
                module.count(Verdict.DEVIATES),
                module.count(Verdict.NOT_SUPPORTED),
                module.count(Verdict.CRASHES),
                module.count(Verdict.SKIPPED),
                module.millis(),
                module.absence() == null ? "" : " (skipped: " + module.absence() + ")");
        module.results().stream()
                .filter(TestResult::isUnexpected)
                .forEach(result -> System.out.printf(
                        "  not as on record: %s %s %s%n", result.test(), result.verdict(), result.detail()));
    }

    private static DynamicNode nodes(ModuleResult module) {
        if (module.absence() != null) {
            return dynamicTest(module.name(), () -> {
                throw new TestAbortedException(module.title() + " is skipped: " + module.absence());
            });
        }
        boolean strict = module.held() || Boolean.getBoolean("tokki.conformance.strict");
        return dynamicContainer(
                module.name(),
                module.results().stream().map(result -> dynamicTest(result.test(), () -> judge(result, strict))));
    }

    private static void judge(TestResult result, boolean strict) {
        if (strict && result.isUnexpected()) {
            throw new AssertionFailedError(report(result));
        }
        if (result.verdict() != Verdict.CONFORMS) {
            throw new TestAbortedException(result.verdict() + ": " + result.detail());
        }
    }

    private static String report(TestResult result) {
        String calls = result.calls().stream().map(ConformanceIT::line).collect(joining("\n"));
        return "%s: %s, and on record is %s%n%s"
                .formatted(
                        result.verdict(),
                        result.detail(),
                        result.expectation() == null
                                ? Verdict.CONFORMS
                                : result.expectation().verdict(),
                        calls);
    }

    private static String line(RecordedCall call) {
        String arguments = call.arguments().stream()
                .map(argument -> argument.name() + "=" + argument.text())
                .collect(joining(", "));
        String why = call.why() == null ? "" : ": " + call.why().rule();
        return "  %s(%s) = %s%s".formatted(call.function(), arguments, call.returned(), why);
    }
}
