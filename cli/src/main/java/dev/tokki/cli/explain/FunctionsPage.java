package dev.tokki.cli.explain;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Names;
import dev.tokki.conformance.ConformanceRun;
import dev.tokki.conformance.result.TestInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `docs/functions.md`: a row for each function of PKCS#11 v3.2, from the function table, the explanations and the
/// catalogue of the conformance suite.
final class FunctionsPage {
    private final Texts texts = Texts.of("functions");
    private final Map<String, Long> tests = testsByFunction();

    /// {@return the page}
    String text() {
        List<Function> functions = Arrays.stream(Function.values())
                .sorted(Comparator.comparing(Function::section, FunctionsPage::bySection))
                .toList();
        return """
                # Functions

                All %d functions of PKCS#11 v3.2. The engine serves all of them; %d of %d have tests in the conformance suite. What each does, \
                the version that brought it, its section, how many tests of the conformance suite are about it, and the \
                return values that the specification lists for it. `tokki explain C_Sign` tells more.

                Generated from the function table, the texts of `tokki explain` and the catalogue of the suite; \
                `FunctionsPageTest` holds it to them.

                | Function | Does | Since | Section | Tests | Return values |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                        functions.size(),
                        functions.stream().filter(this::isTested).count(),
                        functions.size(),
                        functions.stream().map(this::row).collect(Collectors.joining("\n")));
    }

    /// {@return how many tests of the suite are about a function}
    long tests(Function function) {
        return tests.getOrDefault(function.cName(), 0L);
    }

    private boolean isTested(Function function) {
        return tests(function) > 0;
    }

    private String row(Function function) {
        return "| `%s` | %s | %s | %s | %d | %s |"
                .formatted(
                        function.cName(),
                        texts.get(function.cName() + ".does"),
                        function.since(),
                        function.section(),
                        tests(function),
                        function.returnValues().stream()
                                .map(Names.CKR::of)
                                .map(name -> name.substring("CKR_".length()))
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    private static Map<String, Long> testsByFunction() {
        return ConformanceRun.catalog().stream()
                .flatMap(chapter -> chapter.tests().stream())
                .map(TestInfo::functions)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    private static int bySection(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String section) {
        return Arrays.stream(section.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
