package dev.tokki.cli.explain;

import dev.tokki.api.Function;
import dev.tokki.cli.explain.Card.Row;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Explains return values: texts of our own, and the functions that list them.
final class ReturnValueCards {
    /// Above this share of all functions it is shorter to name those that do not list a value.
    private static final double MOST = 0.75;

    private final Texts texts = Texts.of("return-values");

    /// {@return the explanation of `CKR_…`}
    Card card(String name, long value) {
        String key = name.substring("CKR_".length());
        return new Card(
                name,
                Hex.of(value),
                "return value",
                texts.get(key + ".section"),
                texts.get(key + ".means"),
                List.of(
                        Row.of("Usual cause", texts.get(key + ".cause")),
                        Row.of("What helps", texts.get(key + ".help")),
                        Row.of("Listed by", listedBy(value))));
    }

    private static String listedBy(long value) {
        Predicate<Function> lists = function -> function.returnValues().contains(value);
        List<Function> listing = Arrays.stream(Function.values()).filter(lists).toList();
        int all = Function.values().length;
        if (listing.isEmpty()) {
            return "no function; mechanisms or callbacks may still use it";
        }
        if (listing.size() > all * MOST) {
            List<Function> others =
                    Arrays.stream(Function.values()).filter(lists.negate()).toList();
            return "%d of %d functions".formatted(listing.size(), all)
                    + (others.isEmpty() ? "" : ", all but " + names(others));
        }
        return names(listing);
    }

    private static String names(List<Function> functions) {
        return String.join(", ", functions.stream().map(Function::cName).toList());
    }
}
