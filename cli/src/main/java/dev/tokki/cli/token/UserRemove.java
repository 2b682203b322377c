package dev.tokki.cli.token;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Management;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tokki token user remove`.
@Command(
        name = "remove",
        header = "Remove a user with a name, and his private objects with him. The SO's PIN is needed.")
final class UserRemove implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "The user's name.")
    private String name = "";

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    UserRemove(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        try (Management engine = target.manage(surroundings)) {
            String label = engine.label();
            if (!engine.users().contains(name)) {
                throw new Usage("the token \"" + label + "\" has no user \"" + name + "\"");
            }
            engine.removeUser(credentials.soPin(label), name);
            surroundings.out().println("removed the user \"" + name + "\" of \"" + label + "\"");
        }
        return ExitCode.DONE;
    }
}
