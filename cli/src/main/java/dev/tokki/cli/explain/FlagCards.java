package dev.tokki.cli.explain;

import dev.tokki.api.constant.Names;
import dev.tokki.cli.explain.Card.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Explains flags: in which structure or argument a bit means this, and what it says.
final class FlagCards {
    private static final Pattern TEXT = Pattern.compile("(?<where>.*?) \\((?<section>[0-9.]+)\\): (?<says>.*)");

    private final Texts texts = Texts.of("flags");

    /// {@return the explanation of `CKF_…`}
    Card card(String name, long value) {
        String canonical = canonical(name, value);
        Matcher text = TEXT.matcher(text(canonical).orElse(""));
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

    /// Several structures use a bit, so that names of the same value are not the same flag; a name without a text is
    /// an alias of one that has a text.
    private String canonical(String name, long value) {
        return text(name).isPresent()
                ? name
                : Names.CKF.all(value).stream()
                        .filter(other -> text(other).isPresent())
                        .findFirst()
                        .orElse(name);
    }

    private Optional<String> text(String name) {
        return texts.find(name.substring("CKF_".length()));
    }
}
