package dev.tokki.cli.report;

import dev.tokki.conformance.result.ChapterInfo;
import dev.tokki.conformance.result.ModuleResult;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.result.TestResult;
import dev.tokki.conformance.result.Verdict;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The report as the template sees it.
///
/// @param started when, for people
/// @param took how long
/// @param machine where
/// @param testCount the number of tests
/// @param legend the verdicts that occur
/// @param modules the columns, and those that were not there
/// @param chapters the rows
/// @param differences what each module does that does not conform; modules without are left out
record Page(
        String started,
        String took,
        String machine,
        int testCount,
        List<Look> legend,
        List<Column> modules,
        List<Group> chapters,
        List<Differences> differences) {
    /// Longer lists are folded at first.
    private static final int FEW = 30;

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    /// A module.
    record Column(
            String name,
            String title,
            @Nullable String location,
            @Nullable String absence,
            boolean held,
            Tally tally,
            String took) {}

    /// {@return the modules that were there}
    List<Column> present() {
        return modules.stream().filter(module -> module.absence() == null).toList();
    }

    /// A chapter; tallies are in the order of the modules.
    record Group(String id, String title, String section, List<Line> tests, List<Tally> tallies) {
        int size() {
            return tests.size();
        }
    }

    /// A test; cells are in the order of the modules.
    record Line(
            String id, String rule, List<String> functions, List<String> sections, String source, List<Cell> cells) {
        /// {@return whether the modules disagree}
        boolean differs() {
            return cells.stream().map(Cell::verdict).distinct().count() > 1;
        }

        /// {@return the classes of its verdicts, for the filter}
        String verdicts() {
            return String.join(
                    " ",
                    new TreeSet<>(cells.stream().map(cell -> cell.look().css()).toList()));
        }

        /// {@return the text that the search looks into}
        String sought() {
            return Stream.of(Stream.of(id, rule), functions.stream(), sections.stream())
                    .flatMap(words -> words)
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow()
                    .toLowerCase(Locale.ROOT);
        }
    }

    /// What a module did about a test.
    ///
    /// @param surprise whether it differs from what is on record
    record Cell(String module, Verdict verdict, String detail, boolean surprise) {
        Look look() {
            return Look.of(verdict);
        }
    }

    /// What a module did otherwise than specified.
    record Differences(Column module, List<Difference> list) {
        int size() {
            return list.size();
        }

        boolean few() {
            return size() <= FEW;
        }
    }

    /// One thing of these.
    record Difference(String test, String rule, String sections, Look look, String detail) {}

    /// {@return the page of a run}
    static Page of(RunResult run) {
        List<Judged> judged = run.modules().stream().map(Judged::new).toList();
        List<Judged> present = judged.stream()
                .filter(module -> module.module().absence() == null)
                .toList();
        return new Page(
                OffsetDateTime.parse(run.started()).format(WHEN),
                took(run.millis()),
                run.machine(),
                run.testCount(),
                Arrays.stream(Verdict.values())
                        .filter(verdict -> present.stream().anyMatch(module -> module.has(verdict)))
                        .map(Look::of)
                        .toList(),
                judged.stream().map(Judged::column).toList(),
                run.chapters().stream().map(chapter -> group(chapter, present)).toList(),
                present.stream()
                        .map(module -> module.differences(run))
                        .filter(differences -> differences.size() > 0)
                        .toList());
    }

    /// {@return a time as people say it}
    static String took(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        Duration duration = Duration.ofMillis(millis);
        return duration.toMinutes() == 0
                ? "%.1f s".formatted(millis / 1000.0)
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    private static Group group(ChapterInfo chapter, List<Judged> modules) {
        return new Group(
                chapter.id(),
                chapter.title(),
                chapter.section(),
                chapter.tests().stream().map(test -> line(test, modules)).toList(),
                modules.stream().map(module -> module.tally(chapter)).toList());
    }

    private static Line line(TestInfo test, List<Judged> modules) {
        return new Line(
                test.id(),
                test.rule(),
                test.functions(),
                test.sections(),
                test.source(),
                modules.stream().map(module -> module.cell(test)).toList());
    }

    /// A module with its results at hand.
    private record Judged(ModuleResult module, Map<String, TestResult> results) {
        Judged(ModuleResult module) {
            this(module, module.byTest());
        }

        boolean has(Verdict verdict) {
            return module.count(verdict) > 0;
        }

        Column column() {
            return new Column(
                    module.name(),
                    module.title(),
                    module.location(),
                    module.absence(),
                    module.held(),
                    Tally.of(module.results()),
                    Page.took(module.millis()));
        }

        Tally tally(ChapterInfo chapter) {
            return Tally.of(
                    chapter.tests().stream().map(test -> result(test.id())).toList());
        }

        Cell cell(TestInfo test) {
            TestResult result = result(test.id());
            return new Cell(module.name(), result.verdict(), result.detail(), result.isUnexpected());
        }

        Differences differences(RunResult run) {
            return new Differences(
                    column(),
                    run.chapters().stream()
                            .flatMap(chapter -> chapter.tests().stream())
                            .filter(test -> departs(result(test.id()).verdict()))
                            .map(test -> difference(test, result(test.id())))
                            .toList());
        }

        private TestResult result(String test) {
            return Objects.requireNonNull(results.get(test), test);
        }

        private static boolean departs(Verdict verdict) {
            return verdict == Verdict.DEVIATES || verdict == Verdict.CRASHES;
        }

        private static Difference difference(TestInfo test, TestResult result) {
            return new Difference(
                    test.id(),
                    test.rule(),
                    String.join(", ", test.sections()),
                    Look.of(result.verdict()),
                    result.detail());
        }
    }
}
