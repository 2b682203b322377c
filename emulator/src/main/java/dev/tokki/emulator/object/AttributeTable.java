package dev.tokki.emulator.object;

import java.util.Arrays;
import java.util.List;

/// An attribute table of the specification.
///
/// @param title its title there
/// @param section the section it stands in
/// @param rules its rows, in the specification's order
record AttributeTable(String title, String section, List<AttributeRule> rules) {
    AttributeTable {
        rules = rules.stream().map(rule -> rule.in(section)).toList();
    }

    /// {@return a table}
    static AttributeTable of(String title, String section, AttributeRule... rules) {
        return new AttributeTable(title, section, Arrays.asList(rules));
    }
}
