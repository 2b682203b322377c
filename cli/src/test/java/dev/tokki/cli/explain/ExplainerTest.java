package dev.tokki.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.constant.Names;
import dev.tokki.cli.explain.Card.Row;
import dev.tokki.cli.explain.Query.Meaning;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {
    private final Explainer explainer = new Explainer();

    @TestFactory
    List<DynamicTest> everyNameHasASummary() {
        return List.of(Names.CKR, Names.CKA, Names.CKF, Names.CKO, Names.CKU, Names.CKS, Names.CKN, Names.CKC).stream()
                .flatMap(prefix -> prefix.entries().entrySet().stream()
                        .map(constant -> DynamicTest.dynamicTest(
                                constant.getKey(),
                                () -> assertThat(card(prefix, constant).summary())
                                        .isNotBlank())))
                .toList();
    }

    @Test
    void everyMechanismHasItsPlaceInTheSpecificationOrIsHistorical() {
        // All are walked through without an engine being asked, which would be opened for each.
        Texts texts = Texts.of("mechanisms");
        assertThat(texts.keys())
                .allSatisfy(key -> assertThat(Names.CKM.value("CKM_" + key)).isPresent());
        assertThat(Names.CKM.entries().values().stream().map(Names.CKM::of).distinct())
                .allSatisfy(name -> assertThat(texts.find(name.substring("CKM_".length())))
                        .as(name)
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource({"attributes,CKA_", "return-values,CKR_", "flags,CKF_"})
    void noTextIsAboutANameThatDoesNotExist(String file, String prefix) {
        Names names = Names.valueOf(prefix.substring(0, prefix.length() - 1));
        assertThat(Texts.of(file).keys())
                .allSatisfy(key -> assertThat(names.value(prefix + key.replaceFirst("\\..*", "")))
                        .as(key)
                        .isPresent());
    }

    @Test
    void anAttributeTellsItsTablesRulesAndDefaults() {
        Card card = card(Names.CKA, Map.entry("CKA_EXTRACTABLE", 0x162L));
        assertThat(card.section()).isEqualTo("4.11");
        assertThat(row(card, "Rules")).contains("Cannot be changed once CK_FALSE.");
        assertThat(row(card, "Of")).contains("Common Private Key Attributes (4.11): CKO_PRIVATE_KEY");
        assertThat(row(card, "If not given")).contains("this token chooses");
    }

    @Test
    void aMechanismTellsItsParametersAndWhatTheEngineOffers() {
        Card card = card(Names.CKM, Map.entry("CKM_AES_GCM", 0x1087L));
        assertThat(row(card, "Parameter")).startsWith("CK_GCM_PARAMS").contains("CK_GCM_MESSAGE_PARAMS in ");
        assertThat(row(card, "This engine")).contains("encrypt", "key sizes 16 to 32");
    }

    @Test
    void aKeyTypeTellsWhatItsObjectsNeed() {
        Card card = card(Names.CKK, Map.entry("CKK_RSA", 0L));
        assertThat(row(card, "Public key")).contains("CKA_MODULUS (needed by C_CreateObject)");
    }

    @Test
    void anAliasNamesTheOtherName() {
        Card card = card(Names.CKA, Map.entry("CKA_ECDSA_PARAMS", 0x180L));
        assertThat(row(card, "Also called")).isEqualTo("CKA_EC_PARAMS");
        assertThat(card.summary()).startsWith("The curve");
    }

    private Card card(Names prefix, Map.Entry<String, Long> constant) {
        return explainer.card(new Meaning.Constant(prefix, constant.getKey(), constant.getValue()));
    }

    private static String row(Card card, String label) {
        return card.rows().stream()
                .filter(row -> row.label().equals(label))
                .map(Row::lines)
                .map(lines -> String.join("\n", lines))
                .findFirst()
                .orElse("");
    }
}
