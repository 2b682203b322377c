package dev.tokki.cli.trace;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.trace.CallRecord;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.replay.Difference;
import dev.tokki.trace.replay.TranscriptDiff;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki diff`.
@Command(
        name = "diff",
        header = "Compare two transcripts of the same program, or two modules with one transcript.",
        description = {
            "Tells which calls were answered otherwise, the first one first, each with its section and, where a module"
                    + " gives one, its reason; and which calls only one transcript has. Handles, random values, key"
                    + " material and who made the module may differ.",
            "With one FILE, its calls are made on two modules and their answers compared: those of --module, given once"
                    + " or twice; Tokki's engine is the other where one is given.",
            "Exit code 1 if there are differences."
        })
public final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1..2", description = "A transcript, or two.")
    private List<Path> files = List.of();

    @Option(names = "--module", paramLabel = "LIBRARY", description = "A library to make the calls on; at most two.")
    private List<Path> modules = List.of();

    @Option(names = "--slot", paramLabel = "N", description = "Use this slot for all of the transcript's.")
    private @Nullable Long slot;

    /// @param surroundings where to print
    public DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (files.size() == 2 && modules.isEmpty()) {
            return compare(files.getFirst(), files.getLast());
        } else if (files.size() == 1 && (modules.size() == 1 || modules.size() == 2)) {
            return onTwoModules(TranscriptFile.read(files.getFirst()));
        }
        throw new Usage("two files, or one file and one or two of --module");
    }

    private int compare(Path first, Path second) {
        TranscriptDiff.Result result = TranscriptDiff.of(TranscriptFile.read(first), TranscriptFile.read(second));
        tell(result.differences());
        result.onlyFirst().forEach(call -> only(call, first));
        result.onlySecond().forEach(call -> only(call, second));
        if (result.isEmpty()) {
            surroundings.out().println("no differences");
        }
        return result.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int onTwoModules(Transcript transcript) {
        Player player = Player.of(surroundings, Optional.ofNullable(slot));
        Optional<Path> second = modules.size() == 2 ? Optional.of(modules.getLast()) : Optional.empty();
        PrintStream out = surroundings.out();
        out.println("first: " + modules.getFirst() + ", second: "
                + second.map(Path::toString).orElse("Tokki's engine"));
        List<Difference> differences = TranscriptDiff.of(
                transcript,
                player.play(transcript, Optional.of(modules.getFirst()), false),
                player.play(transcript, second, false));
        tell(differences);
        boolean same = differences.stream().noneMatch(each -> each.kind() == Difference.Kind.ANSWER);
        out.println(transcript.calls().size() + " calls, " + (same ? "no differences" : "differences as above"));
        return same ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void tell(List<Difference> differences) {
        PrintStream out = surroundings.out();
        List<Difference> answers = differences.stream()
                .filter(each -> each.kind() == Difference.Kind.ANSWER)
                .toList();
        if (!answers.isEmpty()) {
            out.println("The first difference is at call " + answers.getFirst().number() + ".");
        }
        answers.forEach(out::println);
        Differences.abilities(
                differences.stream()
                        .filter(each -> each.kind() == Difference.Kind.ABILITY)
                        .toList(),
                out);
    }

    private void only(CallRecord call, Path where) {
        surroundings
                .out()
                .println(call.number() + ": " + call.function().cName() + " = " + call.returned() + " is only in "
                        + where);
    }
}
