package dev.tokki.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.conformance.module.Expectations;
import dev.tokki.conformance.result.TestInfo;
import dev.tokki.conformance.suite.Catalog;
import dev.tokki.conformance.suite.Suite;
import dev.tokki.conformance.suite.TestCase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private static final List<TestInfo> TESTS =
            Catalog.tests(test -> true).stream().map(TestCase::info).toList();

    @Test
    void idsAreUniqueAndOfOneForm() {
        assertThat(TESTS)
                .extracting(TestInfo::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+"));
    }

    @Test
    void everyTestNamesFunctionsSectionsAndARule() {
        assertThat(TESTS).hasSizeGreaterThan(200).allSatisfy(test -> {
            assertThat(test.functions()).isNotEmpty().allMatch(name -> name.startsWith("C_"));
            assertThat(test.sections()).isNotEmpty().allMatch(section -> section.matches("[0-9]+(\\.[0-9]+)*"));
            assertThat(test.rule()).isNotBlank().doesNotContain("{0}");
        });
    }

    @Test
    void everySuiteIsInTheCatalogue() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Suite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("dev/tokki/conformance/suite"))) {
            List<String> suites = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith("Tests.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
            assertThat(Catalog.suites()).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(suites);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "softhsm", "nss"})
    void everyExpectationIsOfATestThatExists(String module) {
        assertThat(Expectations.known(module).byTest().keySet())
                .isNotEmpty()
                .isSubsetOf(TESTS.stream().map(TestInfo::id).toList());
    }
}
