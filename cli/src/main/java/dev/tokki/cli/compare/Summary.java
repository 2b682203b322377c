package dev.tokki.cli.compare;

import dev.tokki.cli.Paragraphs;
import dev.tokki.cli.report.Look;
import dev.tokki.cli.report.Tally;
import dev.tokki.conformance.result.ChapterInfo;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// A run in a screen or two: chapters against modules, then every difference from the specification.
///
/// @param out where it is printed
/// @param ansi whether to use colours
/// @param columns how wide lines may be
record Summary(PrintStream out, Ansi ansi, int columns) {
    private static final int CHAPTER = 30;

    void print(RunResult run) {
        List<ModuleResult> present = run.modules().stream()
                .filter(module -> module.absence() == null)
                .toList();
        if (!present.isEmpty()) {
            matrix(run, present);
        }
        present.forEach(module -> differences(module, run));
        run.modules().stream()
                .filter(module -> module.absence() != null)
                .forEach(module -> out.println(module.title() + " was not run: " + module.absence()));
    }

    private void matrix(RunResult run, List<ModuleResult> modules) {
        int width = Math.max(
                modules.stream()
                                .mapToInt(module -> module.name().length())
                                .max()
                                .orElse(0)
                        + 2,
                Math.min(26, (columns - CHAPTER) / modules.size()));
        out.println(ansi.string("@|bold " + pad("", CHAPTER)
                + modules.stream().map(module -> pad(module.name(), width)).collect(Collectors.joining()) + "|@"));
        for (ChapterInfo chapter : run.chapters()) {
            out.println(pad(chapter.title() + " (" + chapter.section() + ")", CHAPTER)
                    + modules.stream()
                            .map(module -> cell(Tally.of(of(chapter, module)), width))
                            .collect(Collectors.joining())
                            .stripTrailing());
        }
        out.println(pad("All " + run.testCount(), CHAPTER)
                + modules.stream()
                        .map(module -> cell(Tally.of(module.results()), width))
                        .collect(Collectors.joining())
                        .stripTrailing());
        out.println();
        out.println(List.of(Verdict.CONFORMS, Verdict.DEVIATES, Verdict.NOT_SUPPORTED, Verdict.CRASHES).stream()
                .map(verdict -> coloured(verdict, Look.of(verdict).symbol()) + " "
                        + Look.of(verdict).label())
                .collect(Collectors.joining("   ")));
    }

    private String cell(Tally tally, int width) {
        String plain = tally.parts().stream().map(Summary::count).collect(Collectors.joining(" "));
        String shown = tally.parts().stream()
                .map(part -> coloured(part.verdict(), count(part)))
                .collect(Collectors.joining(" "));
        return shown + " ".repeat(Math.max(1, width - plain.length()));
    }

    private static String count(Tally.Part part) {
        return part.count() + part.look().symbol();
    }

    private void differences(ModuleResult module, RunResult run) {
        Map<String, TestResult> results = module.byTest();
        List<TestInfo> tests = run.chapters().stream()
                .flatMap(chapter -> chapter.tests().stream())
                .filter(test -> departs(results, test))
                .toList();
        out.println();
        out.println(ansi.string("@|bold "
                + (tests.isEmpty()
                        ? module.title() + " does not depart from the specification in these tests."
                        : module.title() + " departs from the specification in "
                                + (tests.size() == 1 ? "one test:" : tests.size() + " tests:"))
                + "|@"));
        for (TestInfo test : tests) {
            TestResult result = Objects.requireNonNull(results.get(test.id()));
            Look look = Look.of(result.verdict());
            out.println(coloured(result.verdict(), look.symbol()) + " " + test.id() + "  "
                    + ansi.string("@|faint § " + String.join(", ", test.sections()) + "|@"));
            Paragraphs.wrap(result.detail().isEmpty() ? test.rule() : result.detail(), columns - 2)
                    .forEach(line -> out.println("  " + line));
        }
    }

    private static boolean departs(Map<String, TestResult> results, TestInfo test) {
        Verdict verdict =
                Objects.requireNonNull(results.get(test.id()), test.id()).verdict();
        return verdict == Verdict.DEVIATES || verdict == Verdict.CRASHES;
    }

    private static List<TestResult> of(ChapterInfo chapter, ModuleResult module) {
        Map<String, TestResult> results = module.byTest();
        return chapter.tests().stream()
                .map(test -> Objects.requireNonNull(results.get(test.id()), test.id()))
                .toList();
    }

    private String coloured(Verdict verdict, String text) {
        String style = switch (verdict) {
            case CONFORMS -> "green";
            case DEVIATES -> "yellow";
            case CRASHES -> "magenta";
            case NOT_SUPPORTED, SKIPPED -> "faint";
        };
        return ansi.string("@|" + style + " " + text + "|@");
    }

    private static String pad(String text, int width) {
        String fitting = text.length() < width ? text : text.substring(0, width - 2) + "…";
        return fitting + " ".repeat(width - fitting.length());
    }
}
