package dev.tokki.cli.target;

import dev.tokki.cli.Usage;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.offer.OfferText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import picocli.CommandLine.Option;

/// The options that say what a token of the engine offers.
public final class OfferOptions {
    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Offer these mechanisms and no others: CKM_AES_GCM, SHA256-RSA-PKCS, CKM_AES_* for all that"
                    + " begin so.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--without", paramLabel = "NAME", split = ",", description = "Do not offer these mechanisms.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--use",
            paramLabel = "NAME=USES",
            description = "Offer mechanisms for these uses only: CKM_RSA_PKCS=sign,verify.")
    private List<String> uses = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "NAME=SIZES",
            description =
                    "Offer mechanisms for keys of these sizes only, in the unit in which \"tokki mechanisms\" tells"
                            + " them: *RSA*=2048..4096, CKM_AES_*=32.")
    private List<String> sizes = new ArrayList<>();

    /// {@return whether any option is given}
    public boolean isGiven() {
        return !(only.isEmpty() && without.isEmpty() && uses.isEmpty() && sizes.isEmpty());
    }

    /// {@return an offer with these limits}
    ///
    /// @param present what is offered without them
    public Offer on(Offer present) {
        try {
            Offer offer = present.only(only.toArray(String[]::new)).without(without.toArray(String[]::new));
            return all(all(offer, uses, OfferText::use), sizes, OfferText::size);
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + "; \"tokki mechanisms\" lists what there is");
        }
    }

    private static Offer all(
            Offer offer, List<String> limits, java.util.function.BiFunction<Offer, String, Offer> more) {
        BinaryOperator<Offer> last = (first, second) -> second;
        return limits.stream().reduce(offer, more, last);
    }
}
