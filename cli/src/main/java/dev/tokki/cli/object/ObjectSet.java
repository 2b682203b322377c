package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.fluent.Session;
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

/// `tokki object set`.
@Command(name = "set", header = "Change attributes of an object (C_SetAttributeValue).")
final class ObjectSet implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "OBJECT",
            description = "Its label, id:HEX or uid:TEXT.",
            converter = SelectorConverter.class)
    private Selector selector = Selector.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NAME=VALUE",
            description = "What to change: CKA_LABEL=new, CKA_ID=0a0b, CKA_EXTRACTABLE=false, …")
    private List<String> changes = List.of();

    @Option(names = "--class", paramLabel = "CLASS", description = "Only ${COMPLETION-CANDIDATES}.")
    private @Nullable ObjectKind kind;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    ObjectSet(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        Attribute[] attributes = changes.stream().map(AttributeArgument::of).toArray(Attribute[]::new);
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            var found = kind == null ? selector.all(session) : selector.all(session, kind);
            if (found.isEmpty()) {
                throw new Usage("no object is called \"" + selector.text() + "\"");
            }
            found.forEach(object -> object.set(attributes));
            surroundings.out().println("changed " + (found.size() == 1 ? "one object" : found.size() + " objects"));
        }
        return ExitCode.DONE;
    }
}
