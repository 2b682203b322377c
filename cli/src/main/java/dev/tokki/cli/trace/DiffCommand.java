package dev.tokki.cli.trace;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.replay.Difference;
import dev.tokki.trace.replay.TranscriptDiff;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tokki diff`.
@Command(
        name = "diff",
        header = "Compare two transcripts of the same program.",
        description = {
            "Tells which calls were answered otherwise and which only one has. Handles, random values, key material and"
                    + " who made the module may differ.",
            "Exit code 1 if there are differences."
        })
public final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "FIRST", description = "A transcript.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "SECOND", description = "Another.")
    private Path second = Path.of("");

    /// @param surroundings where to print
    public DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TranscriptDiff.Result result = TranscriptDiff.of(TranscriptFile.read(first), TranscriptFile.read(second));
        PrintStream out = surroundings.out();
        result.differences().stream().map(Difference::toString).forEach(out::println);
        result.onlyFirst().forEach(call -> only(call, first));
        result.onlySecond().forEach(call -> only(call, second));
        if (result.isEmpty()) {
            out.println("no differences");
        }
        return result.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void only(CallRecord call, Path where) {
        surroundings
                .out()
                .println(call.number() + ": " + call.function().cName() + " = " + call.returned() + " is only in "
                        + where);
    }
}
