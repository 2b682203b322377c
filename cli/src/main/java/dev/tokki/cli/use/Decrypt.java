package dev.tokki.cli.use;

import dev.tokki.api.fluent.Key;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.object.ObjectKind;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `tokki decrypt`.
@Command(
        name = "decrypt",
        header = "Decrypt data with a secret or private key.",
        description = "Without a word on the initialisation vector it is taken from the front of the data, where"
                + " \"tokki encrypt\" writes it.")
public final class Decrypt implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Input input = new Input();

    @Mixin
    private final KeyUse use = new KeyUse();

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    /// @param surroundings where data comes from and goes to
    public Decrypt(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        byte[] data = input.read(surroundings);
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            Key key = use.key(connection, session, credentials, ObjectKind.SECRET, ObjectKind.PRIVATE);
            MechanismArgument named = use.mechanism();
            MechanismArgument argument = named == null ? UsualMechanism.cipher(key) : named;
            int ivLength = argument.missingIv().orElse(0);
            if (data.length < ivLength) {
                throw new Usage("the data is shorter than the initialisation vector in front of it");
            }
            MechanismArgument complete = ivLength == 0 ? argument : argument.withIv(Arrays.copyOf(data, ivLength));
            byte[] ciphertext = Arrays.copyOfRange(data, ivLength, data.length);
            output.writePiped(key.decrypt(complete.mechanism(), ciphertext), surroundings);
        }
        return ExitCode.DONE;
    }
}
