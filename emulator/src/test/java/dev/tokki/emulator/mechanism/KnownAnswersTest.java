package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokki.api.CryptokiException;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.crypto.Crypto;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Published known answers, through the calls: the key is imported, the function called, its answer compared; each
/// vector twice, computed by the providers that serve and by Bouncy Castle alone.
class KnownAnswersTest {
    private static final Crypto BOUNCY_CASTLE = Crypto.bouncyCastle();

    private static Workshop fastest;
    private static Workshop bouncyCastle;

    @BeforeAll
    static void open() {
        fastest = new Workshop();
        bouncyCastle = new Workshop(BOUNCY_CASTLE);
    }

    @AfterAll
    static void close() {
        fastest.close();
        bouncyCastle.close();
    }

    @ParameterizedTest
    @MethodSource("dev.tokki.emulator.mechanism.Vector#all")
    void theAnswerIsTheKnownOne(Vector vector) {
        check(fastest, vector);
    }

    @ParameterizedTest
    @MethodSource("dev.tokki.emulator.mechanism.Vector#all")
    void theAnswerIsTheKnownOneByBouncyCastleAlone(Vector vector) {
        check(bouncyCastle, vector);
    }

    private static void check(Workshop workshop, Vector vector) {
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
    void itIsBouncyCastleThatComputesAlone() {
        bouncyCastle.session().digest(Mechanism.of(Ckm.SHA256), new byte[3]);
        assertThat(BOUNCY_CASTLE.choices())
                .extracting(Crypto.Choice::provider)
                .containsOnly("BC", "Bouncy Castle, lightweight");
    }

    @Test
    void everyVectorCitesItsSource() {
        assertThat(Vector.all())
                .allSatisfy(vector -> assertThat(vector.source()).isNotBlank());
    }
}
