package dev.tokki.emulator.mechanism;

import dev.tokki.api.constant.Ckm;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The mechanisms of the headers that are not declared, and why.
///
/// @param names how the names begin, but `CKM_`
/// @param why why there is no such mechanism
record Unlisted(List<String> names, String why) {
    private static final List<Unlisted> ALL = List.of(
            new Unlisted(
                    List.of("SECURID", "ACTI"),
                    "No published description of how the passwords are computed was found."),
            new Unlisted(
                    List.of("CAST_", "CAST3_"),
                    "No published specification of the cipher was found; CAST-128 (`CKM_CAST128_…`, RFC 2144) is another one."),
            new Unlisted(
                    List.of("PBE_MD5_CAST", "PBE_SHA1_CAST"),
                    "No text was found that says how the 16 or 20 bytes of a digest become a key of up to 16 bytes and a"
                            + " vector of 8, and no vectors."),
            new Unlisted(
                    List.of("KEY_WRAP_LYNKS", "KEY_WRAP_SET_OAEP"),
                    "No vectors were found, and no second implementation to prove them by."),
            new Unlisted(
                    List.of("SKIPJACK_WRAP", "SKIPJACK_PRIVATE_WRAP", "SKIPJACK_RELAYX", "FORTEZZA_TIMESTAMP"),
                    "Formats of FORTEZZA cards; unlike that of the cipher, no published description was found."),
            new Unlisted(
                    List.of("KEA_"),
                    "Not built yet. The algorithm was published with SKIPJACK in 1998; the first print's vectors of its last"
                            + " step do not agree with what others computed from it, and copies of it were corrected later."),
            new Unlisted(List.of("BATON_", "JUNIPER_"), "The ciphers are not public."),
            new Unlisted(List.of("FASTHASH"), "No published description of the digest was found."),
            new Unlisted(List.of("VENDOR_DEFINED"), "No mechanism: the numbers from there on are the vendors'."));

    /// {@return the names that the headers have and the declarations have not, each kind with its reason}
    ///
    /// @param declared the numbers of the mechanisms that are declared
    static String text(Set<Long> declared) {
        List<String> missing = missing(declared);
        StringBuilder text = new StringBuilder();
        for (Unlisted kind : ALL) {
            List<String> found = missing.stream()
                    .filter(name -> kind.names.stream().anyMatch(name::startsWith))
                    .toList();
            missing.removeAll(found);
            text.append("| %s | %s |%n"
                    .formatted(
                            String.join(
                                    " ",
                                    found.stream().map("`CKM_%s`"::formatted).toList()),
                            kind.why));
        }
        missing.forEach(name -> text.append("| `CKM_%s` | nothing said |%n".formatted(name)));
        return text.toString();
    }

    /// {@return the names that are neither declared nor explained, and reasons that explain nothing}
    static List<String> faults(Set<Long> declared) {
        List<String> missing = missing(declared);
        List<String> faults = new ArrayList<>(missing);
        for (Unlisted kind : ALL) {
            for (String beginning : kind.names) {
                faults.removeIf(name -> name.startsWith(beginning));
                if (missing.stream().noneMatch(name -> name.startsWith(beginning))) {
                    faults.add(beginning);
                }
            }
        }
        return faults;
    }

    private static List<String> missing(Set<Long> declared) {
        return new ArrayList<>(Arrays.stream(Ckm.class.getFields())
                .filter(field -> field.getType() == long.class)
                .filter(field -> !declared.contains(value(field)))
                .map(Field::getName)
                .toList());
    }

    private static long value(Field field) {
        try {
            return field.getLong(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
