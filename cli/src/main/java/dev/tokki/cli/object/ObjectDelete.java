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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki object delete`.
@Command(name = "delete", aliases = "rm", header = "Destroy an object (C_DestroyObject).")
final class ObjectDelete implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "OBJECT",
            description = "Its label, id:HEX or uid:TEXT.",
            converter = SelectorConverter.class)
    private Selector selector = Selector.of("");

    @Option(names = "--class", paramLabel = "CLASS", description = "Only ${COMPLETION-CANDIDATES}.")
    private @Nullable ObjectKind kind;

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
            List<TokenObject> found = kind == null ? selector.all(session) : selector.all(session, kind);
            if (found.isEmpty()) {
                throw new Usage("no object is called \"" + selector.text() + "\"");
            }
            if (found.size() > 1 && !all) {
                throw new Usage(found.size() + " objects are called \"" + selector.text()
                        + "\": say which with --class, or --all");
            }
            found.forEach(TokenObject::destroy);
            surroundings.out().println("destroyed " + (found.size() == 1 ? "one object" : found.size() + " objects"));
        }
        return ExitCode.DONE;
    }
}
