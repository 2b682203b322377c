package dev.tokki.cli.trace;

import dev.tokki.api.Cryptoki;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.EmulatorBuilder;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.child.ChildModule;
import dev.tokki.trace.Transcript;
import dev.tokki.trace.replay.Beginning;
import dev.tokki.trace.replay.Given;
import dev.tokki.trace.replay.Outcome;
import dev.tokki.trace.replay.Replay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Plays transcripts on libraries, and on the engine with slots and tokens as the transcript found them.
///
/// @param userPin the user's PIN, where a transcript hides it
/// @param soPin the SO's PIN, likewise
/// @param slot the slot to use for all of the transcript's
/// @param environment variables that libraries see
record Player(String userPin, String soPin, Optional<Long> slot, Map<String, String> environment) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    static Player of(Surroundings surroundings, Optional<Long> slot) {
        return new Player(
                surroundings.variable("TOKKI_PIN").orElse("1234"),
                surroundings.variable("TOKKI_SO_PIN").orElse("12345678"),
                slot,
                surroundings.environment());
    }

    /// {@return how the replay of a transcript went}
    ///
    /// @param library the library; the engine if there is none
    Outcome play(Transcript transcript, Optional<Path> library, boolean stopAtFirst) {
        Given given = new Given(Optional.of(userPin), Optional.of(soPin), slot);
        return library.map(path -> Replay.of(transcript, given, processes(path), stopAtFirst))
                .orElseGet(() -> onEngine(transcript, given, stopAtFirst));
    }

    /// {@return modules that are a library, each in a process of its own}
    Function<String, Cryptoki> processes(Path library) {
        Path path = library.toAbsolutePath();
        if (!Files.isRegularFile(path)) {
            throw new Usage("there is no library " + path);
        }
        return application -> ChildModule.start(path, Options.defaults().environment(environment), LIMIT);
    }

    private Outcome onEngine(Transcript transcript, Given given, boolean stopAtFirst) {
        Beginning beginning = Beginning.of(transcript);
        EmulatorBuilder builder = Emulator.builder();
        beginning.slots().forEach((number, found) -> builder.slot(number, plan(beginning, found)));
        try (Emulator emulator = builder.build()) {
            return Replay.of(transcript, given, application -> emulator.connect(), stopAtFirst);
        }
    }

    private TokenPlan plan(Beginning beginning, Beginning.Slot found) {
        if (!found.initialised()) {
            return TokenPlan.fresh();
        }
        String so = beginning.soPin().orElse(soPin);
        return found.hasUserPin()
                ? TokenPlan.ready(found.label(), so, beginning.userPin().orElse(userPin))
                : TokenPlan.initialised(found.label(), so);
    }
}
