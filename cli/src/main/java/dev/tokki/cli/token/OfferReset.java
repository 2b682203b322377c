package dev.tokki.cli.token;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Management;
import dev.tokki.cli.target.Target;
import dev.tokki.emulator.offer.Offer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tokki token offer reset`.
@Command(name = "reset", header = "Tell the token to offer everything that the engine can do. The SO's PIN is needed.")
final class OfferReset implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    OfferReset(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        try (Management engine = target.manage(surroundings)) {
            tell(engine, credentials, Offer.everything(), surroundings);
        }
        return ExitCode.DONE;
    }

    static void tell(Management engine, Credentials credentials, Offer offer, Surroundings surroundings) {
        String label = engine.label();
        try {
            engine.tell(credentials.soPin(label), offer);
        } catch (IllegalArgumentException e) {
            throw new Usage(e.getMessage() + "; \"tokki mechanisms\" lists what there is");
        }
        surroundings.out().println("\"" + label + "\" offers " + engine.mechanismCount() + " mechanisms now");
    }
}
