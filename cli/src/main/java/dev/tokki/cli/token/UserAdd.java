package dev.tokki.cli.token;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Management;
import dev.tokki.cli.target.NewPin;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki token user add`.
@Command(
        name = "add",
        header =
                "Add a user with a name, a PIN and private objects of his own (C_LoginUser), or with --reset set the PIN"
                        + " of one there is. The SO's PIN is needed.")
final class UserAdd implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "The user's name, as programs give it to C_LoginUser.")
    private String name = "";

    @Option(names = "--reset", description = "There is such a user: set a new PIN, also after it was locked.")
    private boolean reset;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    @Mixin
    private final NewPin newPin;

    UserAdd(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
        this.newPin = new NewPin(credentials);
    }

    @Override
    public Integer call() {
        if (name.isEmpty()) {
            throw new Usage("a user needs a name; the normal user's PIN is set with \"tokki token pin set\"");
        }
        try (Management engine = target.manage(surroundings)) {
            String label = engine.label();
            boolean isThere = engine.users().contains(name);
            if (isThere != reset) {
                throw new Usage(
                        isThere
                                ? "the token \"" + label + "\" has a user \"" + name
                                        + "\" already; --reset sets a new PIN"
                                : "the token \"" + label + "\" has no user \"" + name + "\"");
            }
            String question = "New PIN of the user \"" + name + "\" of \"" + label + "\"";
            engine.setUser(credentials.soPin(label), name, newPin.of(question));
            surroundings
                    .out()
                    .println((reset ? "set the PIN of" : "added") + " the user \"" + name + "\" of \"" + label + "\"");
        }
        return ExitCode.DONE;
    }
}
