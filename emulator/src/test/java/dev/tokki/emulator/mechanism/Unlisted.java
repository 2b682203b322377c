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
                    "How the passwords are computed was never published by those who sell the tokens."),
            new Unlisted(
                    List.of("CAST_", "CAST3_"),
                    "The cipher was never published; CAST-128 (`CKM_CAST128_…`, RFC 2144) is another one."),
            new Unlisted(
                    List.of("PBE_MD5_CAST", "PBE_SHA1_CAST"),
                    "Analogous to PKCS #5, says the Historical Mechanisms Specification, with keys of a length that the"
                            + " template tells: nothing says how the 16 or 20 bytes of a digest become a key of up to 16"
                            + " bytes and a vector of 8. No vectors were published, and no other module has them."),
            new Unlisted(
                    List.of("KEY_WRAP_LYNKS", "KEY_WRAP_SET_OAEP"),
                    "Formats of one token and of one payment system, both gone: no vectors were published, and there is"
                            + " no second implementation to prove them by."),
            new Unlisted(
                    List.of("SKIPJACK_WRAP", "SKIPJACK_PRIVATE_WRAP", "SKIPJACK_RELAYX", "FORTEZZA_TIMESTAMP"),
                    "Formats of FORTEZZA cards that were never published, unlike the cipher itself."),
            new Unlisted(
                    List.of("KEA_"),
                    "The algorithm was published with SKIPJACK in 1998. The mechanism makes the ephemeral key in one call"
                            + " and uses it in the next, and no text says where it is kept between the two; the published"
                            + " vectors of the key's last step do not agree with the algorithm (the copies that do were"
                            + " corrected by others), so nothing would prove it."),
            new Unlisted(List.of("BATON_", "JUNIPER_"), "The ciphers are not public."),
            new Unlisted(List.of("FASTHASH"), "The digest of FORTEZZA cards was never published."),
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
