package dev.tokki.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Function;
import dev.tokki.api.Reply;
import dev.tokki.api.call.Call;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.JunkWorld.Step;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Random calls of all functions with random arguments: nothing is thrown, the return value is one that the
/// specification gives the function, and a refusal says why.
class JunkProperties {
    static final int CALLS = 400;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void junkIsAnsweredAsTheSpecificationSays(@ForAll long seed) {
        callJunk(seed);
    }

    static void callJunk(long seed) {
        try (JunkWorld world = new JunkWorld(seed)) {
            for (int i = 0; i < CALLS; i++) {
                Step step = world.step();
                check(step.call(), step.reply());
            }
            assertThat(world.leaks()).isEmpty();
        }
    }

    private static void check(Call<?> call, Reply<?> reply) {
        assertThat(AllowedReturnValues.of(call))
                .as(() -> Function.of(call) + " returned " + reply.rv() + ": " + reply.why() + "\n" + call)
                .contains(reply.rv().value());
        if (!reply.rv().is(Ckr.OK)) {
            assertThat(reply.why())
                    .as(() -> "reason of " + reply.rv() + " of " + call)
                    .hasValueSatisfying(reason -> {
                        assertThat(reason.subject()).isNotBlank();
                        assertThat(reason.rule()).isNotBlank();
                        assertThat(reason.section()).matches("\\d+(\\.\\d+)*");
                        assertThat(reason.remedy()).isNotBlank();
                    });
        }
    }
}
