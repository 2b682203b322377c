package dev.tokki.cli.token;

import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.NewPin;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki token pin change`.
@Command(name = "change", header = "Change the user's PIN, or with --so the SO's (C_SetPIN).")
final class PinChange implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--so", description = "Change the SO's PIN.")
    private boolean so;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    @Mixin
    private final NewPin newPin;

    PinChange(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
        this.newPin = new NewPin(credentials);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings)) {
            Token token = connection.token();
            String label = token.info().label();
            String whose = so ? "SO" : "user";
            // The SO must be logged in to change the SO's PIN; without a login it is the user's that changes.
            try (Session session = so ? connection.asSecurityOfficer(credentials) : token.openReadWrite()) {
                String old = so ? credentials.soPin(label) : credentials.userPin(label);
                session.setPin(old, newPin.of("New " + whose + " PIN of \"" + label + "\""));
            }
            surroundings.out().println("changed the " + whose + " PIN of \"" + label + "\"");
        }
        return ExitCode.DONE;
    }
}
