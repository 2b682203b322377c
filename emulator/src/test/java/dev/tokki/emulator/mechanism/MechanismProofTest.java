package dev.tokki.emulator.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.constant.Names;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Selection;
import dev.tokki.emulator.mechanism.declare.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every flag of every mechanism that C_GetMechanismInfo tells, used through the calls; a flag without a proof fails.
/// Those that ask providers are proven with each selection of them, and what they looked up is on record: to write it
/// anew,
/// `-Dtokki.write=true`.
class MechanismProofTest {
    private static final Path LOOKUPS =
            Path.of("src/main/resources/dev/tokki/emulator/mechanism", MechanismProviders.LOOKUPS);

    @TestFactory
    Stream<DynamicContainer> everyFlagIsProven() {
        return Stream.of(Selection.values())
                .map(selection -> DynamicContainer.dynamicContainer(selection.label(), proofs(selection)));
    }

    private static Stream<DynamicNode> proofs(Selection selection) {
        Crypto crypto = Crypto.of(selection);
        Workshop workshop = new Workshop(crypto);
        Proofs proofs = new Proofs(workshop);
        Set<String> asking = asking();
        Stream<DynamicNode> all = MechanismTable.all().declarations().stream()
                .filter(declaration -> selection == Selection.PURE_JAVA || asking.contains(declaration.name()))
                .flatMap(declaration -> Stream.concat(
                        proofs.of(declaration).stream().map(proof -> test(workshop, proof, declaration)),
                        Stream.of(DynamicTest.dynamicTest(
                                declaration.name() + " has no flag without a proof",
                                () -> assertThat(proofs.unproven(declaration)).isZero()))));
        return Stream.concat(
                        all,
                        selection == Selection.PURE_JAVA
                                ? Stream.of(DynamicTest.dynamicTest(
                                        "what mechanisms look up is on record", () -> onRecord(crypto)))
                                : Stream.of())
                .onClose(workshop::close);
    }

    /// {@return the names of mechanisms that compute otherwise with other providers}
    private static Set<String> asking() {
        return MechanismProviders.lines().stream()
                .map(line -> line.split(MechanismProviders.SEPARATOR))
                .filter(fields -> !fields[1].equals("SecureRandom"))
                .map(fields -> fields[0])
                .collect(Collectors.toSet());
    }

    private static DynamicTest test(Workshop workshop, Proof proof, Declaration<?> declaration) {
        return DynamicTest.dynamicTest(declaration.name() + " " + Long.toHexString(proof.flags()), () -> {
            workshop.cancel();
            proof.run().accept(declaration);
        });
    }

    private static void onRecord(Crypto crypto) throws IOException {
        List<String> lines = crypto.choicesOfMechanisms().entrySet().stream()
                .flatMap(mechanism -> mechanism.getValue().stream()
                        .filter(choice -> !OwnWork.of(mechanism.getKey()).contains(choice))
                        .map(choice -> String.join(
                                MechanismProviders.SEPARATOR,
                                Names.CKM.of(mechanism.getKey()),
                                choice.service(),
                                choice.algorithm())))
                .toList();
        if (Boolean.getBoolean("tokki.write")) {
            Files.write(LOOKUPS, lines);
        }
        assertThat(MechanismProviders.lines()).containsExactlyElementsOf(lines);
    }
}
