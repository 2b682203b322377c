package dev.tokki.cli.trace;

import dev.tokki.api.Cryptoki;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.replay.Difference;
import dev.tokki.trace.replay.Outcome;
import dev.tokki.trace.xml.ProfileSetUp;
import dev.tokki.trace.xml.TestCase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki replay`.
@Command(
        name = "replay",
        header = "Make the calls of a transcript again, on another library or on Tokki's engine.",
        description = {
            "Handles, slots, lengths and random values become those of the module; PINs that the transcript hides are"
                    + " taken from TOKKI_PIN and TOKKI_SO_PIN, or 1234 and 12345678; other hidden bytes become zeros.",
            "Without --module, on the engine, in memory, with slots and tokens as the transcript found them. Tells what"
                    + " was answered otherwise, and apart from that what the modules say they can do; exit code 1 if"
                    + " anything was answered otherwise."
        })
public final class ReplayCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The transcript, or a test case of the OASIS profiles in XML.")
    private Path file = Path.of("");

    @Option(names = "--module", paramLabel = "LIBRARY", description = "The library to make the calls on.")
    private @Nullable Path module;

    @Option(
            names = "--slot",
            paramLabel = "N",
            description = "Use this slot for all of the transcript's. Default: in the order in which they are listed.")
    private @Nullable Long slot;

    @Option(names = "--stop", description = "Make no more calls after the first difference.")
    private boolean stop;

    /// @param surroundings where to print
    public ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Player player = Player.of(surroundings, Optional.ofNullable(slot));
        Optional<TestCase> xml = TranscriptFile.readCase(file);
        if (xml.isPresent()) {
            return tell(onCase(xml.get(), player));
        }
        Transcript transcript = TranscriptFile.read(file);
        return tell(player.play(transcript, Optional.ofNullable(module), stop), transcript);
    }

    private List<TestCase.Step> onCase(TestCase xml, Player player) {
        Map<String, String> given = Map.of("Pin", player.userPin());
        if (module != null) {
            try (Cryptoki connected = player.processes(module).apply("test case")) {
                return xml.run(connected, given);
            }
        }
        TokenPlan token =
                TokenPlan.ready("tokki", player.soPin(), player.userPin()).withPolicy(ProfileToken.policy());
        try (Emulator emulator = Emulator.builder().slot(0, token).build();
                Cryptoki connected = emulator.connect()) {
            ProfileSetUp.of(TranscriptFile.text(file), connected, 0, player.userPin());
            return xml.run(connected, given);
        }
    }

    private int tell(List<TestCase.Step> steps) {
        PrintStream out = surroundings.out();
        int differences = 0;
        for (int i = 0; i < steps.size(); i++) {
            String number = (i + 1) + ": ";
            steps.get(i).differences().forEach(difference -> out.println(number + difference));
            steps.get(i).why().ifPresent(reason -> out.println("    " + reason));
            differences += steps.get(i).differences().size();
        }
        out.println(steps.size() + " calls, " + (differences == 0 ? "no differences" : differences + " differences"));
        return differences == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int tell(Outcome outcome, Transcript transcript) {
        PrintStream out = surroundings.out();
        List<Difference> answers = outcome.of(Difference.Kind.ANSWER);
        answers.forEach(out::println);
        Differences.abilities(outcome.of(Difference.Kind.ABILITY), out);
        if (!outcome.leftOut().isEmpty()) {
            out.println("Not compared, since the transcript does not tell what they depend on:");
            outcome.leftOut().forEach(each -> out.println("  " + each));
        }
        out.println(transcript.calls().size() + " calls, "
                + (answers.isEmpty() ? "no differences" : answers.size() + " differences")
                + (outcome.leftOut().isEmpty() ? "" : ", " + outcome.leftOut().size() + " not compared"));
        return answers.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
