package dev.tokki.cli.token;

import dev.tokki.cli.Group;
import dev.tokki.cli.Surroundings;
import picocli.CommandLine;

/// The commands below `tokki token`.
public final class TokenCommands {
    private TokenCommands() {}

    /// {@return them all}
    public static CommandLine group(Surroundings surroundings) {
        return Group.of(
                "token",
                "Tokens and their PINs: init, list, info, pin.",
                new TokenInit(surroundings),
                new TokenList(surroundings),
                new TokenShow(surroundings),
                Group.of("pin", "PINs: set, change.", new PinSet(surroundings), new PinChange(surroundings)));
    }
}
