package dev.tokki.conformance;

import dev.tokki.conformance.result.TestInfo;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Chooses tests by what a person types.
///
/// A pattern is an id with `*` for anything (`session.*`, `*.null-pointer`), the name of a function (`C_Login`), or a
/// section with those below it (`5.6`).
///
/// @param patterns a test is wanted if it fits one of them
public record Filter(List<String> patterns) implements Predicate<TestInfo> {
    /// Copies the list.
    public Filter {
        patterns = List.copyOf(patterns);
    }

    /// {@return a choice by patterns; no pattern means every test}
    public static Filter of(String... patterns) {
        return new Filter(List.of(patterns));
    }

    @Override
    public boolean test(TestInfo info) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> fits(pattern, info));
    }

    private static boolean fits(String pattern, TestInfo info) {
        String glob = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return info.id().matches(glob)
                || info.chapter().equals(pattern)
                || info.functions().stream().anyMatch(pattern::equalsIgnoreCase)
                || info.sections().stream()
                        .anyMatch(section -> section.equals(pattern) || section.startsWith(pattern + "."));
    }
}
