package dev.tokki.cli.transfer;

import dev.tokki.cli.Group;
import dev.tokki.cli.Surroundings;
import picocli.CommandLine;

/// The commands below `tokki export`.
public final class ExportCommands {
    private ExportCommands() {}

    /// {@return them all}
    public static CommandLine group(Surroundings surroundings) {
        return Group.of(
                "export",
                "What belongs together for elsewhere: PKCS#12. (\"object export\" writes single objects.)",
                new Pkcs12Export(surroundings));
    }
}
