package dev.tokki.emulator.offer;

import dev.tokki.api.MechanismInfo;
import dev.tokki.api.constant.Names;
import dev.tokki.api.text.FlagNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// An offer as text, a limit on each line: how it is kept on a token, shown and typed.
///
/// ```
/// only CKM_AES_*
/// without CKM_AES_ECB
/// use CKM_AES_CBC=encrypt,decrypt
/// size CKM_AES_*=32
/// ```
public final class OfferText {
    private OfferText() {}

    /// {@return the lines; none for everything}
    public static List<String> lines(Offer offer) {
        return of(offer).lines().toList();
    }

    /// {@return the offer of some lines}
    ///
    /// @throws IllegalArgumentException if there is a line of another form, or a name that no mechanism has
    public static Offer parse(String text) {
        Offer offer = Offer.everything();
        for (String line : text.lines().toList()) {
            String[] words = line.strip().split(" ", 2);
            if (words.length != 2) {
                throw new IllegalArgumentException("\"" + line + "\" is no limit of an offer");
            }
            offer = switch (words[0]) {
                case "only" -> offer.only(words[1]);
                case "without" -> offer.without(words[1]);
                case "use" -> use(offer, words[1]);
                case "size" -> size(offer, words[1]);
                default -> throw new IllegalArgumentException("\"" + line + "\" is no limit of an offer");
            };
        }
        return offer;
    }

    /// {@return an offer with one more limit on uses, `CKM_RSA_PKCS=sign,verify`}
    ///
    /// @throws IllegalArgumentException if it is something else
    public static Offer use(Offer offer, String limit) {
        String[] sides = sides(limit, "CKM_RSA_PKCS=sign,verify");
        return offer.uses(
                sides[0],
                Arrays.stream(sides[1].split(",")).mapToLong(OfferText::flag).reduce(0, (all, flag) -> all | flag));
    }

    /// {@return an offer with one more limit on sizes, `CKM_RSA_*=2048..4096`}
    ///
    /// @throws IllegalArgumentException if it is something else
    public static Offer size(Offer offer, String limit) {
        String[] sides = sides(limit, "CKM_RSA_*=2048..4096");
        Sizes sizes = Sizes.parse(sides[1]);
        return offer.sizes(sides[0], sizes.min(), sizes.max());
    }

    static String of(Offer offer) {
        StringBuilder text = new StringBuilder();
        offer.only().forEach(name -> line(text, "only", name));
        offer.without().forEach(name -> line(text, "without", name));
        offer.uses().forEach((name, flags) -> line(text, "use", name + "=" + words(flags)));
        offer.sizes().forEach((name, sizes) -> line(text, "size", name + "=" + sizes));
        return text.toString();
    }

    private static void line(StringBuilder text, String limit, String what) {
        text.append(text.isEmpty() ? "" : "\n").append(limit).append(' ').append(what);
    }

    private static String[] sides(String limit, String such) {
        String[] sides = limit.split("=", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException("\"" + limit + "\" has not the form " + such);
        }
        return sides;
    }

    private static String words(long flags) {
        return flags == 0
                ? "nothing"
                : FlagNames.candidates(MechanismInfo.class).entrySet().stream()
                        .filter(flag -> (flags & flag.getKey()) != 0)
                        .map(flag -> flag.getValue()
                                .substring("CKF_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                        .collect(Collectors.joining(","));
    }

    private static long flag(String word) {
        if (word.equals("nothing")) {
            return 0;
        }
        OptionalLong flag = Names.CKF.value(word.strip().replace('-', '_'));
        return flag.orElseThrow(() -> new IllegalArgumentException("no use of mechanisms is called " + word));
    }
}
