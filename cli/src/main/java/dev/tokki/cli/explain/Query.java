package dev.tokki.cli.explain;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What somebody typed, and what it can mean.
///
/// @param text a name with or without its prefix, in any case, or a number
record Query(String text) {
    private static final int MOST_SUGGESTIONS = 8;

    /// How many letters of how many may differ.
    private static final int TOLERANCE = 4;

    /// One thing it can mean.
    sealed interface Meaning {
        /// A constant.
        record Constant(Names prefix, String name, long value) implements Meaning {}

        /// A function.
        record OfFunction(Function function) implements Meaning {}
    }

    /// {@return everything it can mean; several things for a number, or for a name without prefix}
    List<Meaning> meanings() {
        OptionalLong number = number();
        return number.isPresent() ? numbered(number.getAsLong()) : named();
    }

    /// {@return names that look alike, the nearest first}
    List<String> suggestions() {
        String wanted = bare(upper());
        return Stream.concat(
                        Arrays.stream(Names.values()).flatMap(names -> names.entries().keySet().stream()),
                        Arrays.stream(Function.values()).map(Function::cName))
                .map(name -> Map.entry(name, distance(bare(name.toUpperCase(Locale.ROOT)), wanted)))
                .filter(near -> near.getValue() <= 1 + wanted.length() / TOLERANCE)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparingInt(near -> near.getKey().startsWith(prefix()) ? 0 : 1)
                        .thenComparing(Comparator.comparing(near -> near.getKey())))
                .limit(MOST_SUGGESTIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private OptionalLong number() {
        try {
            String digits = text.strip();
            boolean hexadecimal = digits.regionMatches(true, 0, "0x", 0, 2);
            return OptionalLong.of(
                    hexadecimal
                            ? Long.parseUnsignedLong(digits, 2, digits.length(), 16)
                            : Long.parseUnsignedLong(digits));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static List<Meaning> numbered(long value) {
        return Arrays.stream(Names.values())
                .sorted(Comparator.comparingInt(names -> names == Names.CKR ? 0 : 1))
                .<Meaning>flatMap(
                        names -> names.all(value).stream().map(name -> new Meaning.Constant(names, name, value)))
                .toList();
    }

    private List<Meaning> named() {
        List<Meaning> found = new ArrayList<>();
        for (Names names : Names.values()) {
            if (!hasPrefix() || upper().startsWith(names + "_")) {
                names.value(upper())
                        .ifPresent(
                                value -> found.add(new Meaning.Constant(names, names + "_" + stripped(names), value)));
            }
        }
        for (Function function : Function.values()) {
            if (function.cName().equalsIgnoreCase(upper().startsWith("C_") ? upper() : "C_" + upper())) {
                found.add(new Meaning.OfFunction(function));
            }
        }
        return found;
    }

    private String stripped(Names names) {
        return upper().startsWith(names + "_") ? upper().substring(names.name().length() + 1) : upper();
    }

    private boolean hasPrefix() {
        return !prefix().isEmpty();
    }

    private String prefix() {
        String upper = upper();
        int end = upper.indexOf('_');
        return upper.matches("(CK[A-Z]?|C)_.*") ? upper.substring(0, end + 1) : "";
    }

    private String upper() {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /// {@return a name without its prefix}
    private static String bare(String name) {
        return name.matches("(CK[A-Z]?|C)_.*") ? name.substring(name.indexOf('_') + 1) : name;
    }

    /// {@return how far a name is from what is wanted: 1 if it contains it, else the number of letters to change}
    private static int distance(String name, String wanted) {
        if (name.equals(wanted)) {
            return 0;
        }
        if (wanted.length() >= 3 && name.contains(wanted)) {
            return 1;
        }
        int[] previous = new int[wanted.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= name.length(); i++) {
            int[] current = new int[wanted.length() + 1];
            current[0] = i;
            for (int j = 1; j <= wanted.length(); j++) {
                int change = name.charAt(i - 1) == wanted.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[wanted.length()];
    }
}
