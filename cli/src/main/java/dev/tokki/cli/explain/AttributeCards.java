package dev.tokki.cli.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import dev.tokki.api.constant.Names;
import dev.tokki.cli.explain.Card.Row;
import dev.tokki.emulator.object.ObjectCatalogue;
import dev.tokki.emulator.object.ObjectCatalogue.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Explains attributes: a text of our own, and the rows of the tables that the engine works from.
final class AttributeCards {
    private final Texts texts = Texts.of("attributes");
    private final List<Kind> kinds = ObjectCatalogue.kinds();

    /// {@return the explanation of `CKA_…`}
    ///
    /// @param canonical the name that is no alias
    Card card(String name, String canonical, long value) {
        List<ObjectCatalogue.Row> rows = kinds.stream()
                .flatMap(kind -> kind.rows().stream())
                .filter(row -> row.attribute() == value)
                .toList();
        Set<String> sections =
                rows.stream().map(ObjectCatalogue.Row::section).collect(toCollection(LinkedHashSet::new));
        return new Card(
                name,
                Hex.of(value),
                "attribute",
                sections.isEmpty() ? "" : sections.iterator().next(),
                texts.get(canonical.substring("CKA_".length())),
                List.of(
                        Row.of("Also called", name.equals(canonical) ? "" : canonical),
                        Row.of("Value", distinct(rows, ObjectCatalogue.Row::kind)),
                        new Row("Of", objects(value)),
                        new Row("Rules", perTable(rows, row -> String.join(" ", row.rules()))),
                        new Row("If not given", perTable(rows, ObjectCatalogue.Row::otherwise))));
    }

    /// The tables with the objects that they speak of, for example "Common Key Attributes (4.9.2): …".
    private List<String> objects(long attribute) {
        Map<String, Set<String>> classes = new LinkedHashMap<>();
        for (Kind kind : kinds) {
            for (ObjectCatalogue.Row row : kind.rows()) {
                if (row.attribute() == attribute) {
                    classes.computeIfAbsent(title(row), _ -> new LinkedHashSet<>())
                            .add(Names.CKO.of(kind.objectClass()));
                }
            }
        }
        return classes.entrySet().stream()
                .map(table -> table.getKey() + ": " + String.join(", ", table.getValue()))
                .toList();
    }

    /// What is said of the attribute, each thing once; with the tables that say it where they differ.
    private static List<String> perTable(
            Collection<ObjectCatalogue.Row> rows, Function<ObjectCatalogue.Row, String> says) {
        Map<String, Set<String>> tables = rows.stream()
                .collect(groupingBy(
                        says, LinkedHashMap::new, mapping(AttributeCards::title, toCollection(LinkedHashSet::new))));
        if (tables.size() == 1) {
            return List.copyOf(tables.keySet());
        }
        List<String> lines = new ArrayList<>();
        tables.forEach((text, titles) -> {
            if (!text.isEmpty()) {
                lines.add("In " + String.join(", ", titles) + ": " + text);
            }
        });
        return lines;
    }

    private static String distinct(Collection<ObjectCatalogue.Row> rows, Function<ObjectCatalogue.Row, String> what) {
        return rows.stream().map(what).distinct().collect(Collectors.joining("; "));
    }

    private static String title(ObjectCatalogue.Row row) {
        return row.table() + " (" + row.section() + ")";
    }
}
