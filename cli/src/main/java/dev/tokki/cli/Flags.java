package dev.tokki.cli;

import dev.tokki.api.text.FlagNames;
import java.util.List;
import java.util.Locale;

/// Flags as words for tables.
public final class Flags {
    private Flags() {}

    /// {@return the flags set, as the specification names them}
    public static List<String> names(Class<?> holder, long flags) {
        return flags == 0 ? List.of() : List.of(FlagNames.of(holder, flags).split("\\|"));
    }

    /// {@return the flags set, as words: `login required, user pin initialized`}
    public static String words(Class<?> holder, long flags) {
        return String.join(", ", names(holder, flags).stream().map(Flags::word).toList());
    }

    private static String word(String name) {
        return name.startsWith("CKF_")
                ? name.substring("CKF_".length()).replace('_', ' ').toLowerCase(Locale.ROOT)
                : name;
    }
}
