package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.emulator.mechanism.declare.Declaration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every flag of every mechanism that C_GetMechanismInfo tells, used through the calls; a flag without a proof fails.
class MechanismProofTest {
    private static Workshop workshop;

    @BeforeAll
    static void open() {
        workshop = new Workshop();
    }

    @AfterAll
    static void close() {
        workshop.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFlagIsProven() {
        Proofs proofs = new Proofs(workshop);
        return MechanismTable.all().declarations().stream()
                .flatMap(declaration -> Stream.concat(
                        proofs.of(declaration).stream().map(proof -> test(proof, declaration)),
                        Stream.of(DynamicTest.dynamicTest(
                                declaration.name() + " has no flag without a proof",
                                () -> assertThat(proofs.unproven(declaration)).isZero()))));
    }

    private static DynamicTest test(Proof proof, Declaration<?> declaration) {
        return DynamicTest.dynamicTest(declaration.name() + " " + Long.toHexString(proof.flags()), () -> {
            workshop.cancel();
            proof.run().accept(declaration);
        });
    }
}
