package dev.tokki.emulator.object;

import dev.tokki.api.Value;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// What the attribute tables of sections 4 and 6 say, for whoever explains or documents them; the engine works
/// from the same tables.
public final class ObjectCatalogue {
    private ObjectCatalogue() {}

    /// A kind of object.
    ///
    /// @param objectClass its `CKA_CLASS`
    /// @param type its key, certificate or feature type, where the class has types
    /// @param name both by name, for example `CKO_PUBLIC_KEY of CKK_RSA`
    /// @param rows the attributes that it can have; of an attribute in two tables the row that counts
    public record Kind(long objectClass, OptionalLong type, String name, List<Row> rows) {}

    /// A row of an attribute table.
    ///
    /// @param attribute the attribute, `CKA_…`
    /// @param kind the type of its value in C, in words
    /// @param table the title of the table
    /// @param section the section it stands in
    /// @param rules its footnotes, each a sentence
    /// @param otherwise its value where nobody gives one, in words; empty where it has none then
    public record Row(
            long attribute, String kind, String table, String section, List<String> rules, String otherwise) {}

    /// {@return every kind of object that the token knows, by class and type}
    public static List<Kind> kinds() {
        return ObjectTypes.values().stream()
                .sorted(Comparator.comparingLong(ObjectType::objectClass)
                        .thenComparingLong(type -> type.subtype().orElse(0)))
                .map(ObjectCatalogue::kind)
                .toList();
    }

    private static Kind kind(ObjectType type) {
        List<Row> rows = type.tables().stream()
                .flatMap(table -> table.rules().stream()
                        .filter(rule ->
                                type.rule(rule.attribute()).orElseThrow().equals(rule))
                        .map(rule -> row(table, rule)))
                .toList();
        return new Kind(type.objectClass(), type.subtype(), type.toString(), rows);
    }

    private static Row row(AttributeTable table, AttributeRule rule) {
        List<String> rules = rule.notes().stream().map(Footnote::text).toList();
        return new Row(
                rule.attribute(), ValueText.of(rule.kind()), table.title(), table.section(), rules, otherwise(rule));
    }

    private static String otherwise(AttributeRule rule) {
        return switch (rule.origin()) {
            case Default.None() -> "";
            case Default.Fixed(Value.Raw(var bytes)) when bytes.length() == 0 -> "empty";
            case Default.Fixed(Value value) -> ValueText.of(rule.attribute(), value);
            case Default.Chosen(Choice choice) -> "this token chooses: " + choice.text();
            case Default.Made(var how) -> "made by the token";
            case Default.Follows follows -> "follows from the rest of the object; what is given must agree";
        };
    }
}
