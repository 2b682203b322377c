package dev.tokki.trace.spylog;

import dev.tokki.api.constant.Names;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as a log has them: `0x1`, `8228943`, `-1`, `CKM_AES_CBC`, `Unknown Mechanism (0000210a)`.
final class Words {
    private static final Map<String, Names> NAMES = Map.of(
            "CKM", Names.CKM,
            "CKA", Names.CKA,
            "CKO", Names.CKO,
            "CKK", Names.CKK,
            "CKC", Names.CKC,
            "CKU", Names.CKU,
            "CKG", Names.CKG,
            "CKF", Names.CKF,
            "CKR", Names.CKR,
            "CKD", Names.CKD);
    private static final Pattern UNKNOWN = Pattern.compile(".*\\((?:0x)?([0-9A-Fa-f]{1,16})\\).*");

    private Words() {}

    /// {@return the number that a text begins with; empty if it is none}
    static Optional<Long> number(String text) {
        String stripped = text.strip();
        if (stripped.startsWith("(nil)") || stripped.startsWith("NULL")) {
            return Optional.of(0L);
        }
        Matcher unknown = UNKNOWN.matcher(stripped);
        if (!stripped.isEmpty() && !Character.isDigit(stripped.charAt(0)) && unknown.matches()) {
            return parsed(unknown.group(1), 16);
        }
        String word = stripped.split("[ \\[]", 2)[0];
        if (word.startsWith("CK") && word.length() > 4) {
            Names names = NAMES.get(word.substring(0, 3));
            return names == null || names.value(word).isEmpty()
                    ? Optional.empty()
                    : Optional.of(names.value(word).orElseThrow());
        }
        return word.startsWith("0x") ? parsed(word.substring(2), 16) : parsed(word, 10);
    }

    static Optional<Long> parsed(String digits, int radix) {
        try {
            return Optional.of(
                    digits.startsWith("-") ? Long.parseLong(digits, radix) : Long.parseUnsignedLong(digits, radix));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
