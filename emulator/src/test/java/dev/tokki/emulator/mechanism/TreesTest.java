package dev.tokki.emulator.mechanism;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The known answers of SLH-DSA, once: only Bouncy Castle has it, and signing takes its time.
@Tag("slow")
class TreesTest {
    @RegisterExtension
    static final Workshop workshop = new Workshop();

    @ParameterizedTest
    @MethodSource("dev.tokki.emulator.mechanism.Vector#trees")
    void theAnswerIsTheKnownOne(Vector vector) {
        KnownAnswer.of(vector).run(new KnownAnswer.Bench(workshop, vector));
    }
}
