package dev.tokki.cli.compare;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Table;
import dev.tokki.cli.Usage;
import dev.tokki.cli.report.HtmlReport;
import dev.tokki.conformance.ConformanceRun;
import dev.tokki.conformance.Filter;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.result.ResultFile;
import dev.tokki.conformance.result.RunResult;
import dev.tokki.conformance.result.TestInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki compare`.
@Command(
        name = "compare",
        header = "Run the conformance suite on Tokki's engine and on native modules, side by side.",
        description = {
            "Without --module it runs on the engine, in memory and on file, and on SoftHSM and NSS where they are"
                    + " installed. Foreign modules run in processes of their own, on tokens of their own that are made"
                    + " for the run and removed afterwards: a module that crashes costs one test.",
            "Any other library can be compared too, on a token that you give: an empty one, or one that the tests may"
                    + " initialise.",
            "What a foreign module does otherwise is an observation. What the engine does otherwise is an error: exit"
                    + " code 1."
        })
public final class CompareCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--module",
            paramLabel = "[NAME=]LIBRARY",
            description = "A module beside the engine, instead of those found: a library's path, or softhsm or nss."
                    + " May be given several times.")
    private List<String> modules = List.of();

    @Option(names = "--no-engine", description = "Leave Tokki's engine out.")
    private boolean withoutEngine;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "tokki-report",
            description = "Where report.html and report.json go. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("tokki-report");

    @Option(
            names = "--chapter",
            paramLabel = "NAME",
            description = "Only tests of this chapter, by its short name or section (5.6). May be given several times.")
    private List<String> chapters = List.of();

    @Option(
            names = "--test",
            paramLabel = "PATTERN",
            description = "Only tests whose id fits (* stands for anything), or of this function (C_Login). May be"
                    + " given several times.")
    private List<String> tests = List.of();

    @Option(names = "--list", description = "List the tests and run nothing.")
    private boolean list;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long one test may take before its module is killed. Default: ${DEFAULT-VALUE}")
    private int patience = 30;

    @Option(
            names = "--side-by-side",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many modules run at once. Default: ${DEFAULT-VALUE}")
    private int sideBySide = 1;

    @Mixin
    private final GivenTokenOptions token;

    /// @param surroundings where to print, and who is asked for PINs
    public CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.token = new GivenTokenOptions(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        List<TestInfo> wanted = ConformanceRun.catalog().stream()
                .flatMap(chapter -> chapter.tests().stream())
                .filter(choice())
                .toList();
        if (wanted.isEmpty()) {
            throw new Usage("no test fits; \"tokki compare --list\" lists them");
        }
        if (list) {
            Table table = new Table("TEST", "SECTION", "RULE");
            wanted.forEach(test -> table.row(test.id(), String.join(", ", test.sections()), test.rule()));
            table.print(surroundings.out());
            return ExitCode.DONE;
        }
        RunResult result = run(wanted.size());
        ResultFile.write(result, out.resolve("report.json"));
        HtmlReport.write(result, out.resolve("report.html"));
        new Summary(surroundings.out(), surroundings.colours() ? Ansi.ON : Ansi.OFF, surroundings.columns())
                .print(result);
        surroundings.out().println();
        surroundings
                .out()
                .println("Every call, to read: "
                        + out.resolve("report.html").toAbsolutePath().normalize());
        surroundings
                .out()
                .println("The same as JSON:    "
                        + out.resolve("report.json").toAbsolutePath().normalize());
        return result.hasErrors() ? ExitCode.REFUSED : ExitCode.DONE;
    }

    private RunResult run(int tests) {
        List<ModuleUnderTest> columns = columns();
        ConformanceRun run = ConformanceRun.of(columns)
                .only(choice())
                .patience(Duration.ofSeconds(patience))
                .sideBySide(sideBySide);
        if (!surroundings.colours()) {
            return run.progress(new LineView(surroundings.err())).run();
        }
        long steps =
                columns.stream().filter(module -> module.absence().isEmpty()).count() * tests;
        try (ProgressBarView bar = new ProgressBarView(surroundings.err(), surroundings.columns(), steps)) {
            return run.progress(bar).run();
        }
    }

    private Predicate<TestInfo> choice() {
        Predicate<TestInfo> inChapter = new Filter(chapters);
        return inChapter.and(new Filter(tests));
    }

    private List<ModuleUnderTest> columns() {
        List<ModuleUnderTest> columns = new ArrayList<>();
        if (!withoutEngine) {
            columns.add(Modules.engineInMemory());
            columns.add(Modules.engineOnFile());
        }
        if (modules.isEmpty()) {
            columns.addAll(Modules.natives());
        } else {
            modules.forEach(argument -> columns.add(NamedModule.of(argument, token)));
        }
        return columns;
    }
}
