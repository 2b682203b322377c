package dev.tokki.cli.use;

import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki digest`.
@Command(name = "digest", header = "Make a digest of data.")
public final class Digest implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Input input = new Input();

    @Option(
            names = {"-m", "--mechanism"},
            paramLabel = "NAME",
            defaultValue = "SHA256",
            description = "SHA256, SHA3_512, … Default: ${DEFAULT-VALUE}",
            converter = MechanismConverter.class)
    private MechanismArgument mechanism = MechanismArgument.of("SHA256");

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Target target = new Target();

    /// @param surroundings where data comes from and goes to
    public Digest(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        byte[] data = input.read(surroundings);
        try (Connection connection = target.openOrDoWithout(surroundings);
                Session session = connection.anyToken().openReadOnly()) {
            output.writeShown(session.digest(mechanism.mechanism(), data), surroundings);
        }
        return ExitCode.DONE;
    }
}
