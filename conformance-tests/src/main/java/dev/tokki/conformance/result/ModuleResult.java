package dev.tokki.conformance.result;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything about one module: a column of the matrix.
///
/// @param name short name, unique in a run: `engine-memory`, `softhsm`
/// @param title name for people, with what the module says of itself
/// @param location path of the library; null for the engine
/// @param held whether every deviation of this module is an error (the engine), not an observation
/// @param absence why the module was skipped; null if it was there
/// @param results one for each test, in the order of the suite
/// @param millis how long it took, in milliseconds
public record ModuleResult(
        String name,
        String title,
        @Nullable String location,
        boolean held,
        @Nullable String absence,
        List<TestResult> results,
        long millis) {
    /// Copies the list.
    public ModuleResult {
        results = List.copyOf(results);
    }

    /// {@return how many tests had this verdict}
    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /// {@return the results by the ids of their tests}
    public Map<String, TestResult> byTest() {
        return results.stream().collect(Collectors.toUnmodifiableMap(TestResult::test, Function.identity()));
    }
}
