package dev.tokki.cli.compare;

import dev.tokki.cli.report.Tally;
import dev.tokki.conformance.Progress;
import dev.tokki.conformance.result.ModuleResult;
import java.io.PrintStream;
import java.util.stream.Collectors;

/// A line for each module when it is done, for logs and pipes.
///
/// @param out where the lines go
record LineView(PrintStream out) implements Progress {
    @Override
    public void started(int modules, int tests) {
        out.println(tests + " tests on " + modules + (modules == 1 ? " module" : " modules"));
    }

    @Override
    public void moduleFinished(ModuleResult result) {
        String absence = result.absence();
        out.println(result.name() + ": " + (absence == null ? counts(result) : "not run, " + absence));
    }

    private static String counts(ModuleResult result) {
        return Tally.of(result.results()).parts().stream()
                .map(part -> part.count() + " " + part.look().several())
                .collect(Collectors.joining(", "));
    }
}
