package dev.tokki.cli.use;

import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tokki random`.
@Command(name = "random", header = "Print random bytes of the token.")
public final class RandomBytes implements Callable<Integer> {
    private static final int MOST = 1 << 24;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "N", description = "How many bytes, at most 16777216.")
    private int count;

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Target target = new Target();

    /// @param surroundings where to print
    public RandomBytes(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new Usage("the number of bytes is 1 to " + MOST);
        }
        try (Connection connection = target.openOrDoWithout(surroundings);
                Session session = connection.anyToken().openReadOnly()) {
            output.writeShown(session.random(count), surroundings);
        }
        return ExitCode.DONE;
    }
}
