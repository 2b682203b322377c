package dev.tokki.cli.token;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Management;
import dev.tokki.cli.target.Target;
import dev.tokki.emulator.offer.OfferText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki token offer show`.
@Command(
        name = "show",
        header = "Show what the token was told to offer, a limit on each line.",
        description = "\"tokki mechanisms\" lists what is left.")
final class OfferShow implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    OfferShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Management engine = target.manage(surroundings)) {
            List<String> limits = OfferText.lines(engine.offer());
            if (json) {
                Json.print(limits, surroundings.out());
            } else if (limits.isEmpty()) {
                surroundings.out().println("everything: " + engine.mechanismCount() + " mechanisms");
            } else {
                limits.forEach(surroundings.out()::println);
            }
        }
        return ExitCode.DONE;
    }
}
