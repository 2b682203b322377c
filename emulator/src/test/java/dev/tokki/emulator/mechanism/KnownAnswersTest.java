package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokki.api.CryptokiException;
import dev.tokki.api.Mechanism;
import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Selection;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Published known answers, through the calls: the key is imported, the function called, its answer compared; each
/// vector once for each selection of providers.
class KnownAnswersTest {
    private static final Map<Selection, Crypto> CRYPTO = new EnumMap<>(Selection.class);
    private static final Map<Selection, Workshop> WORKSHOPS = new EnumMap<>(Selection.class);

    @BeforeAll
    static void open() {
        for (Selection selection : Selection.values()) {
            Crypto crypto = Crypto.of(selection);
            CRYPTO.put(selection, crypto);
            WORKSHOPS.put(selection, new Workshop(crypto));
        }
    }

    @AfterAll
    static void close() {
        WORKSHOPS.values().forEach(Workshop::close);
    }

    @ParameterizedTest
    @MethodSource("dev.tokki.emulator.mechanism.Vector#all")
    void theAnswerIsTheKnownOneByTheFastest(Vector vector) {
        check(workshop(Selection.FASTEST), vector);
    }

    @ParameterizedTest
    @MethodSource("dev.tokki.emulator.mechanism.Vector#all")
    void theAnswerIsTheKnownOneInPureJava(Vector vector) {
        check(workshop(Selection.PURE_JAVA), vector);
    }

    @ParameterizedTest
    @MethodSource("dev.tokki.emulator.mechanism.Vector#all")
    void theAnswerIsTheKnownOneByBouncyCastleAlone(Vector vector) {
        check(workshop(Selection.BOUNCY_CASTLE), vector);
    }

    private static Crypto crypto(Selection selection) {
        return Objects.requireNonNull(CRYPTO.get(selection));
    }

    private static Workshop workshop(Selection selection) {
        return Objects.requireNonNull(WORKSHOPS.get(selection));
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
        Crypto crypto = crypto(Selection.BOUNCY_CASTLE);
        workshop(Selection.BOUNCY_CASTLE).session().digest(Mechanism.of(Ckm.SHA256), new byte[3]);
        assertThat(crypto.choices())
                .filteredOn(choice -> !choice.service().equals("SecureRandom"))
                .extracting(Crypto.Choice::provider)
                .isNotEmpty()
                .isSubsetOf("BC", "Bouncy Castle, lightweight", "Tokki");
    }

    @Test
    void itIsPureJavaThatComputesWithoutTheAccelerator() {
        workshop(Selection.PURE_JAVA).session().digest(Mechanism.of(Ckm.SHA256), new byte[3]);
        assertThat(crypto(Selection.PURE_JAVA).choices())
                .extracting(Crypto.Choice::provider)
                .isNotEmpty()
                .doesNotContain("AmazonCorrettoCryptoProvider");
    }

    @Test
    void everyVectorCitesItsSource() {
        assertThat(Vector.all())
                .allSatisfy(vector -> assertThat(vector.source()).isNotBlank());
    }
}
