package dev.tokki.cli.use;

import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.ObjectKind;
import dev.tokki.cli.object.Selector;
import dev.tokki.cli.object.SelectorConverter;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tokki wrap`.
@Command(
        name = "wrap",
        header = "Let an extractable key out of the token, encrypted with another key.",
        description = "Default mechanism: AES_KEY_WRAP_KWP with an AES key, RSA_PKCS_OAEP with an RSA key.")
public final class Wrap implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "OBJECT",
            description = "The key to let out: its label, id:HEX or uid:TEXT.",
            converter = SelectorConverter.class)
    private Selector wrapped = Selector.of("");

    @Mixin
    private final KeyUse use = new KeyUse();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    /// @param surroundings where the wrapped key goes
    public Wrap(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            Key with = use.key(connection, session, credentials, ObjectKind.SECRET, ObjectKind.PUBLIC);
            Key key = wrapped.key(session, ObjectKind.SECRET, ObjectKind.PRIVATE);
            MechanismArgument named = use.mechanism();
            MechanismArgument argument = named == null ? UsualMechanism.wrap(with) : named;
            output.writeShown(with.wrap(argument.mechanism(), key), surroundings);
        }
        return ExitCode.DONE;
    }
}
