package dev.tokki.emulator.mechanism;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each mechanism has the flags of what its row in the specification's "Mechanisms vs. Functions" ticks
/// (`operations.csv`), no more and no less, but for the readings named here.
class MechanismUsesTest {
    private static final Map<String, Long> FLAGS = Map.of(
            "encrypt-decrypt", Ckf.ENCRYPT | Ckf.DECRYPT,
            "sign-verify", Ckf.SIGN | Ckf.VERIFY,
            "sign-verify-recover", Ckf.SIGN_RECOVER | Ckf.VERIFY_RECOVER,
            "digest", Ckf.DIGEST,
            "generate", Ckf.GENERATE | Ckf.GENERATE_KEY_PAIR,
            "wrap-unwrap", Ckf.WRAP | Ckf.UNWRAP,
            "derive", Ckf.DERIVE,
            "encapsulate-decapsulate", Ckf.ENCAPSULATE | Ckf.DECAPSULATE);

    /// What is read otherwise than the table has it: `docs/readings.md` says why.
    private static final Map<String, String> READINGS = Map.of(
            "CKM_CMS_SIG", "sign-verify",
            "CKM_NULL", "encrypt-decrypt sign-verify digest wrap-unwrap derive",
            "CKM_POLY1305", "sign-verify");

    @TestFactory
    Stream<DynamicTest> everyMechanismHasTheUsesOfItsRow() throws IOException {
        MechanismTable table = MechanismTable.all();
        Set<Long> listed = Arrays.stream(table.list()).boxed().collect(toSet());
        return rows().map(row -> row.split(","))
                .filter(row -> listed.contains(mechanism(row[0])))
                .map(row -> dynamicTest(
                        row[0],
                        () -> assertThat(
                                        operations(table.info(mechanism(row[0])).flags()))
                                .isEqualTo(new TreeSet<>(Arrays.asList(
                                        READINGS.getOrDefault(row[0], row[1]).split(" "))))));
    }

    private static Set<String> operations(long flags) {
        Set<String> operations = new TreeSet<>();
        FLAGS.forEach((operation, its) -> {
            if ((flags & its) != 0) {
                operations.add(operation);
            }
        });
        return operations;
    }

    private static long mechanism(String name) {
        return Names.CKM.value(name).orElseThrow();
    }

    private static Stream<String> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(MechanismUsesTest.class.getResourceAsStream("operations.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
        }
    }
}
