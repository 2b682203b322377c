package dev.tokki.cli.explain;

import dev.tokki.api.constant.Names;
import dev.tokki.cli.explain.Card.Row;
import dev.tokki.emulator.object.ObjectCatalogue;
import dev.tokki.emulator.object.ObjectCatalogue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Explains object classes and the types within them (key, certificate and feature types) by the tables that the
/// engine works from.
final class ObjectCards {
    /// The rule that makes an attribute necessary, as the catalogue words it.
    private static final String MUST = "MUST be given to ";

    private final Texts texts = Texts.of("constants");
    private final List<Kind> kinds = ObjectCatalogue.kinds();

    /// {@return the explanation of `CKO_…`}
    Card ofClass(String name, long value) {
        List<Kind> of =
                kinds.stream().filter(kind -> kind.objectClass() == value).toList();
        String types = of.stream()
                .filter(kind -> kind.type().isPresent())
                .map(kind -> kind.name().substring(kind.name().lastIndexOf(' ') + 1))
                .collect(Collectors.joining(", "));
        return card(name, value, "object class", List.of(Row.of("Types", types), new Row("Attributes", common(of))));
    }

    /// {@return the explanation of `CKK_…`, `CKC_…` or `CKH_…`}
    ///
    /// @param classes the classes within which the number is a type
    Card ofType(String name, long value, String what, Set<Long> classes) {
        Predicate<Kind> isMeant = kind -> classes.contains(kind.objectClass())
                && kind.type().isPresent()
                && kind.type().getAsLong() == value;
        List<Row> rows = kinds.stream()
                .filter(isMeant)
                .map(kind -> new Row(label(kind), own(kind)))
                .toList();
        return card(name, value, what, rows);
    }

    private static String label(Kind kind) {
        String words =
                Names.CKO.of(kind.objectClass()).substring("CKO_".length()).replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private Card card(String name, long value, String what, List<Row> rows) {
        String[] text = texts.get(name).split("\\|", 2);
        return new Card(
                name, Hex.of(value), what, text.length == 2 ? text[0] : "", text[text.length - 1].strip(), rows);
    }

    /// Which attributes all kinds of a class have, by table.
    private static List<String> common(List<Kind> kinds) {
        Map<String, String> tables = new LinkedHashMap<>();
        kinds.stream()
                .flatMap(kind -> kind.rows().stream())
                .filter(row -> kinds.stream()
                        .allMatch(kind -> kind.rows().stream().anyMatch(other -> other.attribute() == row.attribute())))
                .distinct()
                .forEach(row -> tables.merge(
                        row.table() + " (" + row.section() + ")",
                        Names.CKA.of(row.attribute()),
                        (names, more) -> names.contains(more) ? names : names + ", " + more));
        return lines(tables);
    }

    /// The attributes of the tables that only this type has, with what must be given.
    private List<String> own(Kind kind) {
        Map<String, String> tables = new LinkedHashMap<>();
        kind.rows().stream().filter(row -> isOwn(kind, row.section())).forEach(row -> {
            String must = row.rules().stream()
                    .filter(rule -> rule.startsWith(MUST))
                    .map(rule -> rule.substring(MUST.length(), rule.length() - 1))
                    .collect(Collectors.joining(", "));
            tables.merge(
                    row.table() + " (" + row.section() + ")",
                    Names.CKA.of(row.attribute()) + (must.isEmpty() ? "" : " (needed by " + must + ")"),
                    (names, more) -> names + ", " + more);
        });
        return lines(tables);
    }

    private boolean isOwn(Kind kind, String section) {
        return !section.startsWith("4.")
                || kinds.stream()
                        .filter(other -> other.objectClass() == kind.objectClass())
                        .anyMatch(other -> other.rows().stream()
                                .noneMatch(row -> row.section().equals(section)));
    }

    private static List<String> lines(Map<String, String> tables) {
        return tables.entrySet().stream()
                .map(table -> table.getKey() + ": " + table.getValue())
                .toList();
    }
}
