package dev.tokki.cli.explain;

import dev.tokki.cli.explain.Card.Row;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Explains flags: in which structure or argument a bit means this, and what it says.
final class FlagCards {
    private static final Pattern TEXT = Pattern.compile("(?<where>.*?) \\((?<section>[0-9.]+)\\): (?<says>.*)");

    private final Texts texts = Texts.of("flags");

    /// {@return the explanation of `CKF_…`, given also under an alias}
    ///
    /// @param canonical the name that is no alias
    Card card(String name, String canonical, long value) {
        Matcher text = TEXT.matcher(texts.get(canonical.substring("CKF_".length())));
        boolean known = text.matches();
        return new Card(
                name,
                Hex.of(value),
                "flag",
                known ? text.group("section") : "",
                known ? text.group("says") : "",
                List.of(
                        Row.of("Set in", known ? text.group("where") : ""),
                        Row.of("Also called", name.equals(canonical) ? "" : canonical)));
    }
}
