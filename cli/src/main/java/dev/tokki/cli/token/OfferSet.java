package dev.tokki.cli.token;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Management;
import dev.tokki.cli.target.OfferOptions;
import dev.tokki.cli.target.Target;
import dev.tokki.emulator.offer.Offer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki token offer set`.
@Command(
        name = "set",
        header = "Tell the token to offer some mechanisms, uses and sizes of keys only. The SO's PIN is needed.",
        description = {
            "What it was told before is forgotten, unless --also is given. The token keeps to it through \"tokki serve\""
                    + " and libtokki.so too, and when it is initialised anew; its objects stay.",
        })
final class OfferSet implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--also", description = "Add to what the token was told before.")
    private boolean also;

    @Mixin
    private final OfferOptions options = new OfferOptions();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    OfferSet(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        if (!options.isGiven()) {
            throw new Usage("say what to offer with --only, --without, --use or --size; \"tokki token offer reset\""
                    + " offers everything");
        }
        try (Management engine = target.manage(surroundings)) {
            Offer offer = options.on(also ? engine.offer() : Offer.everything());
            OfferReset.tell(engine, credentials, offer, surroundings);
        }
        return ExitCode.DONE;
    }
}
