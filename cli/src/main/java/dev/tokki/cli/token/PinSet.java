package dev.tokki.cli.token;

import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(names = "--new-pin", paramLabel = "PIN", description = "The user's PIN to be; see --pin.")
    private @Nullable String newPin;

    @Option(
            names = "--new-pin-file",
            paramLabel = "FILE",
            description = "A file whose first line is the PIN to be; or set TOKKI_NEW_PIN.")
    private @Nullable Path newPinFile;

    PinSet(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings);
                Session session = connection.asSecurityOfficer(credentials)) {
            String label = connection.token().info().label();
            session.initPin(credentials.replacement(newPin, newPinFile, "New user PIN of \"" + label + "\""));
            session.logout();
            surroundings.out().println("set the user PIN of \"" + label + "\"");
        }
        return ExitCode.DONE;
    }
}
