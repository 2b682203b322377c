package dev.tokki.cli.target;

import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.EmulatorBuilder;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Selection;
import dev.tokki.emulator.object.Equipment;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.token.TokenPolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say how the engine's tokens behave.
public final class EngineOptions {
    @Option(
            names = "--reading",
            paramLabel = "NAME",
            split = ",",
            description = "Read the specification as other modules do, for example logout-without-login;"
                    + " docs/readings.md lists the names. May be repeated.")
    private List<String> readings = new ArrayList<>();

    @Option(names = "--write-protected", description = "Make the tokens write-protected (CKF_WRITE_PROTECTED).")
    private boolean writeProtected;

    @Option(names = "--clock", description = "Give the tokens a clock (CKF_CLOCK_ON_TOKEN, utcTime).")
    private boolean clock;

    @Option(
            names = "--max-sessions",
            paramLabel = "ALL,RW",
            description = "How many sessions an application may have with a token, and how many of them may be"
                    + " read/write; 0 for no limit.")
    private @Nullable String sessions;

    @Option(names = "--async", description = "Let programs open asynchronous sessions (CKF_ASYNC_SESSION_SUPPORTED).")
    private boolean async;

    @Option(
            names = "--crypto",
            paramLabel = "NAME",
            description = "Who may compute: fastest (the default), pure-java, or bouncy-castle."
                    + " \"tokki mechanisms --providers\" shows what follows.")
    private @Nullable String crypto;

    @Mixin
    private final PinOptions pins = new PinOptions();

    /// {@return whether any option is given}
    public boolean isGiven() {
        return !readings.isEmpty()
                || writeProtected
                || clock
                || sessions != null
                || async
                || crypto != null
                || pins.isGiven();
    }

    /// {@return the policy of the engine's tokens}
    ///
    /// @param surroundings who is asked for PINs, if they come from a pad
    public TokenPolicy policy(Surroundings surroundings) {
        TokenPolicy policy = TokenPolicy.standard()
                .withReadings(readings.stream().map(EngineOptions::reading).collect(Collectors.toSet()));
        if (clock) {
            policy = policy.withEquipment(policy.equipment().withClock(Clock.systemUTC(), Equipment.ClockSetter.SO));
        }
        if (sessions != null) {
            int[] limits = PinOptions.two(sessions, ",", "--max-sessions wants ALL,RW, such as 10,2");
            policy = policy.withSessionLimits(limits[0], limits[1]);
        }
        if (async) {
            policy = policy.withAsyncSessions();
        }
        policy = pins.on(policy, surroundings);
        return writeProtected ? policy.withWriteProtection() : policy;
    }

    /// {@return an engine that computes as the options say}
    ///
    /// @param policy how its tokens behave
    public EmulatorBuilder builder(TokenPolicy policy) {
        return Emulator.builder().crypto(crypto()).policy(policy);
    }

    /// {@return who computes}
    public Crypto crypto() {
        try {
            return Crypto.of(
                    crypto == null
                            ? Selection.usual()
                            : Selection.find(crypto)
                                    .orElseThrow(() -> new Usage(
                                            "--crypto is one of " + Selection.labels() + ", not \"" + crypto + "\"")));
        } catch (IllegalArgumentException e) {
            throw new Usage(String.valueOf(e.getMessage()));
        }
    }

    private static OtherReading reading(String name) {
        return OtherReading.find(name)
                .orElseThrow(() -> new Usage("there is no reading \"" + name + "\"; there are "
                        + Arrays.stream(OtherReading.values())
                                .map(OtherReading::label)
                                .collect(Collectors.joining(", "))));
    }
}
