package dev.tokki.cli.object;

import dev.tokki.cli.Group;
import dev.tokki.cli.Surroundings;
import picocli.CommandLine;

/// The commands below `tokki object`.
public final class ObjectCommands {
    private ObjectCommands() {}

    /// {@return them all}
    public static CommandLine group(Surroundings surroundings) {
        return Group.of(
                "object",
                "Objects: list, show, import, export, set, delete.",
                new ObjectList(surroundings),
                new ObjectShow(surroundings),
                new ObjectImport(surroundings),
                new ObjectExport(surroundings),
                new ObjectSet(surroundings),
                new ObjectDelete(surroundings));
    }
}
