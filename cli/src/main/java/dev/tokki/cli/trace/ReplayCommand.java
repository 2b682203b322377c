package dev.tokki.cli.trace;

import dev.tokki.api.Cryptoki;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.emulator.Emulator;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.child.ChildModule;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.replay.Difference;
import dev.tokki.trace.replay.Given;
import dev.tokki.trace.replay.Replay;
import dev.tokki.trace.xml.TestCase;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
            "Without --module, on the engine with a fresh token in memory. Tells what was answered otherwise; exit code"
                    + " 1 if anything was."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(5);

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
        String userPin = surroundings.variable("TOKKI_PIN").orElse("1234");
        String soPin = surroundings.variable("TOKKI_SO_PIN").orElse("12345678");
        if (module != null) {
            Path library = module.toAbsolutePath();
            if (!Files.isRegularFile(library)) {
                throw new Usage("there is no library " + library);
            }
            return run(application -> ChildModule.start(library, Options.defaults(), LIMIT), userPin, soPin);
        }
        try (Emulator emulator = Emulator.inMemory("tokki", soPin, userPin)) {
            return run(application -> emulator.connect(), userPin, soPin);
        }
    }

    private int run(Function<String, Cryptoki> connect, String userPin, String soPin) {
        Optional<TestCase> xml = TranscriptFile.readCase(file);
        if (xml.isPresent()) {
            try (Cryptoki connected = connect.apply("test case")) {
                return tell(xml.get().run(connected, Map.of("Pin", userPin)));
            }
        }
        Transcript transcript = TranscriptFile.read(file);
        Given given = new Given(Optional.of(userPin), Optional.of(soPin), Optional.ofNullable(slot));
        return tell(new Replay(transcript, given), connect, transcript);
    }

    private int tell(List<TestCase.Step> steps) {
        PrintStream out = surroundings.out();
        int differences = 0;
        for (int i = 0; i < steps.size(); i++) {
            String number = (i + 1) + ": ";
            steps.get(i).differences().forEach(difference -> out.println(number + difference));
            steps.get(i).why().ifPresent(reason -> out.println("    " + reason));
            steps.get(i).more().forEach(more -> out.println(number + "more than expected: " + more));
            differences += steps.get(i).differences().size();
        }
        out.println(steps.size() + " calls, " + (differences == 0 ? "no differences" : differences + " differences"));
        return differences == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int tell(Replay replay, Function<String, Cryptoki> connect, Transcript transcript) {
        PrintStream out = surroundings.out();
        List<Difference> differences = replay.on(connect, stop);
        differences.forEach(out::println);
        out.println(transcript.calls().size() + " calls, "
                + (differences.isEmpty() ? "no differences" : differences.size() + " differences")
                + (replay.skipped() == 0
                        ? ""
                        : "; " + replay.skipped() + " calls left out: their object is not there"));
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }
}
