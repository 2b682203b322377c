package dev.tokki.cli.explain;

import java.util.List;

/// The explanation of one name.
///
/// @param name the specification's name
/// @param value its number in hexadecimal; empty for what has none
/// @param kind what it is: "return value", "attribute", …
/// @param section the section of PKCS#11 v3.2 that defines it; empty if that is not known
/// @param summary what it means, in a sentence or two; may be empty
/// @param rows the facts
record Card(String name, String value, String kind, String section, String summary, List<Row> rows) {
    /// Copies the rows, without empty ones.
    Card {
        rows = rows.stream().filter(row -> !row.lines().isEmpty()).toList();
    }

    /// One fact, or several of one kind.
    ///
    /// @param label what they are, in a word or two
    /// @param lines each a paragraph
    record Row(String label, List<String> lines) {
        /// Copies the lines, without empty ones.
        Row {
            lines = lines.stream().filter(line -> !line.isEmpty()).toList();
        }

        static Row of(String label, String... lines) {
            return new Row(label, List.of(lines));
        }
    }
}
