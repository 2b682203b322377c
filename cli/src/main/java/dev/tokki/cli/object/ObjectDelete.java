package dev.tokki.cli.object;

import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki object delete`.
@Command(name = "delete", aliases = "rm", header = "Destroy an object (C_DestroyObject).")
final class ObjectDelete implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(names = "--all", description = "All that fit, if there are several: both halves of a key pair, …")
    private boolean all;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    ObjectDelete(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            List<TokenObject> found = chosen.in(session, "");
            if (found.size() > 1 && !all) {
                throw new Usage(found.size() + " objects are called \""
                        + chosen.selector().text() + "\": say which with --class, or --all");
            }
            found.forEach(TokenObject::destroy);
            surroundings.out().println("destroyed " + (found.size() == 1 ? "one object" : found.size() + " objects"));
        }
        return ExitCode.DONE;
    }
}
