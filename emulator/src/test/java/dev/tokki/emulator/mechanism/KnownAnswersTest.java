package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokki.api.CryptokiException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Published known answers, through the calls: the key is imported, the function called, its answer compared.
class KnownAnswersTest {
    private static Workshop workshop;

    @BeforeAll
    static void open() {
        workshop = new Workshop();
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    static Stream<Vector> theAnswerIsTheKnownOne() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource
    void theAnswerIsTheKnownOne(Vector vector) {
        workshop.cancel();
        KnownAnswer.Bench bench = new KnownAnswer.Bench(workshop, vector);
        KnownAnswer answer = KnownAnswer.of(vector);
        if (KnownAnswer.refusal(vector).isEmpty()) {
            answer.run(bench);
            return;
        }
        CryptokiException refused = catchThrowableOfType(CryptokiException.class, () -> answer.run(bench));
        assertThat(refused).as("refused").isNotNull();
        assertThat(Arrays.asList(vector.get("refused").split(" ")))
                .contains(refused.rv().toString());
        assertThat(refused.reason().orElseThrow().rule()).isNotBlank();
    }

    @Test
    void everyVectorCitesItsSource() {
        assertThat(Vector.all())
                .allSatisfy(vector -> assertThat(vector.source()).isNotBlank());
    }
}
