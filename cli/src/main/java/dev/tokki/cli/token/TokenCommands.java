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
                "Tokens, their PINs, users and mechanisms: init, list, info, pin, user, offer.",
                new TokenInit(surroundings),
                new TokenList(surroundings),
                new TokenShow(surroundings),
                Group.of("pin", "PINs: set, change.", new PinSet(surroundings), new PinChange(surroundings)),
                Group.of(
                        "user",
                        "Users with names: add, list, remove.",
                        new UserAdd(surroundings),
                        new UserList(surroundings),
                        new UserRemove(surroundings)),
                Group.of(
                        "offer",
                        "What a token offers of all that the engine can do: show, set, reset.",
                        new OfferShow(surroundings),
                        new OfferSet(surroundings),
                        new OfferReset(surroundings)));
    }
}
