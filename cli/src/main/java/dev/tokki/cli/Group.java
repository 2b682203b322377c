package dev.tokki.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// A command that only holds others; run by itself it is wrong usage.
public final class Group {
    private Group() {}

    /// {@return a group of commands}
    ///
    /// @param name its name
    /// @param header what its commands are about, in a line
    /// @param commands objects with `@Command`
    public static CommandLine of(String name, String header, Object... commands) {
        CommandSpec spec = CommandSpec.create();
        spec.name(name).usageMessage().header(header).synopsisSubcommandLabel("COMMAND");
        CommandLine group = new CommandLine(spec);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }
}
