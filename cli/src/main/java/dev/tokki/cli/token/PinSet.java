package dev.tokki.cli.token;

import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.NewPin;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tokki token pin set`.
@Command(
        name = "set",
        aliases = "reset",
        header = "Let the SO set the user's PIN: the first one, or a new one after it was locked (C_InitPIN).")
final class PinSet implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    @Mixin
    private final NewPin newPin;

    PinSet(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
        this.newPin = new NewPin(credentials);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings);
                Session session = connection.asSecurityOfficer(credentials)) {
            String label = connection.token().info().label();
            session.initPin(newPin.of("New user PIN of \"" + label + "\""));
            session.logout();
            surroundings.out().println("set the user PIN of \"" + label + "\"");
        }
        return ExitCode.DONE;
    }
}
