package dev.tokki.emulator.object;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.AttributeKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Our tables against those of the specification, row by row; where they differ, `docs/readings.md` says so and why.
class AttributeTablesTest {
    private static final Path READINGS = Path.of("..", "docs", "readings.md");

    /// A row of either.
    private record Row(String table, String attribute, String kind, String notes) {
        String key() {
            return table + " / " + attribute;
        }
    }

    @Test
    void everyRowIsThatOfTheSpecificationOrAReading() throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, Row> theirs = byKey(specification());
        Map<String, Row> ours = byKey(ours());
        Set<String> keys = new LinkedHashSet<>(theirs.keySet());
        keys.addAll(ours.keySet());
        for (String key : keys) {
            String there = text(theirs.get(key));
            String here = text(ours.get(key));
            if (!there.equals(here)) {
                differences.add(key + ": " + there + " → " + here);
            }
        }
        assertThat(differences).containsExactlyInAnyOrderElementsOf(readings());
    }

    @Test
    void rowsStandInTheOrderOfTheSpecification() throws IOException {
        Map<String, List<String>> theirs = attributes(specification());
        attributes(ours()).forEach((table, attributes) -> {
            List<String> known = new ArrayList<>(theirs.getOrDefault(table, List.of()));
            known.retainAll(attributes);
            List<String> common = new ArrayList<>(attributes);
            common.retainAll(known);
            assertThat(common).as(table).isEqualTo(known);
        });
    }

    @Test
    void everyTableNamesItsSection() {
        assertThat(tables()).allSatisfy(table -> assertThat(table.section()).matches("[46](\\.\\d+)+"));
    }

    private static Map<String, Row> byKey(List<Row> rows) {
        Map<String, Row> byKey = new LinkedHashMap<>();
        rows.forEach(row -> assertThat(byKey.put(row.key(), row)).as(row.key()).isNull());
        return byKey;
    }

    private static Map<String, List<String>> attributes(List<Row> rows) {
        return rows.stream().collect(groupingBy(Row::table, LinkedHashMap::new, mapping(Row::attribute, toList())));
    }

    private static String text(@Nullable Row row) {
        return row == null ? "absent" : (row.kind() + " " + row.notes()).strip();
    }

    private static Set<AttributeTable> tables() {
        Set<AttributeTable> tables = new LinkedHashSet<>();
        ObjectTypes.values().forEach(type -> tables.addAll(type.tables()));
        return tables;
    }

    private static List<Row> ours() {
        return tables().stream()
                .flatMap(table -> table.rules().stream()
                        .map(rule ->
                                new Row(table.title(), rule.name(), rule.kind().toString(), notes(rule))))
                .toList();
    }

    private static String notes(AttributeRule rule) {
        return rule.notes().stream()
                .filter(note -> note.number() != 0)
                .map(note -> String.valueOf(note.number()))
                .collect(joining(","));
    }

    /// The rows of the specification's tables. The two drafts' tables that v3.2 does not have are left out.
    private static List<Row> specification() throws IOException {
        try (InputStream in = AttributeTablesTest.class.getResourceAsStream("attributes.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(AttributeTablesTest::cells)
                    .filter(cells -> !isOfALaterDraft(cells))
                    .map(cells -> new Row(title(cells), cells.get(1), kind(cells.get(2)), cells.get(3)))
                    .toList();
        }
    }

    private static boolean isOfALaterDraft(List<String> cells) {
        return Set.of("comp_kem.md", "comp_sig.md", "kmac.md").contains(cells.get(4));
    }

    /// The table of Salsa20 keys is called that of ChaCha20 keys.
    private static String title(List<String> cells) {
        return cells.get(4).equals("salsa20.md") ? cells.get(0).replace("ChaCha20", "Salsa20") : cells.get(0);
    }

    private static String kind(String type) {
        AttributeKind kind = switch (type) {
            case "CK_BBOOL", "BOOL" -> AttributeKind.BOOL;
            case "Byte array", "CK_VERSION" -> AttributeKind.BYTES;
            case "Big integer" -> AttributeKind.BIG_INTEGER;
            case "CK_DATE" -> AttributeKind.DATE;
            case "RFC2279 string", "RFC 2279 string", "CK_UTF8CHAR" -> AttributeKind.TEXT;
            case "CK_ATTRIBUTE_PTR" -> AttributeKind.TEMPLATE;
            case "CK_ULONG_PTR", "CK_MECHANISM_TYPE_PTR, pointer to a CK_MECHANISM_TYPE array" ->
                AttributeKind.ULONG_ARRAY;
            default -> AttributeKind.ULONG;
        };
        return kind.toString();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replace("\"", ""))
                .toList();
    }

    /// The rows of the readings' table "Attribute tables".
    private static List<String> readings() throws IOException {
        return Files.readAllLines(READINGS).stream()
                .dropWhile(line -> !line.equals("## Attribute tables"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Table"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .flatMap(AttributeTablesTest::differences)
                .toList();
    }

    /// A row may name several attributes that differ in the same way.
    private static Stream<String> differences(List<String> cells) {
        return Arrays.stream(cells.get(2).replace("`", "").split(", "))
                .map(attribute -> cells.get(1) + " / " + attribute + ": " + cells.get(3) + " → " + cells.get(4));
    }

    @Test
    void noAttributeIsOfTwoKindsThatDifferInC() {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        ours().forEach(row -> kinds.computeIfAbsent(row.attribute(), unknown -> new TreeSet<>())
                .add(row.kind().matches("BYTES|BIG_INTEGER|TEXT") ? "bytes" : row.kind()));
        assertThat(kinds).allSatisfy((attribute, all) -> assertThat(all).hasSize(1));
    }
}
