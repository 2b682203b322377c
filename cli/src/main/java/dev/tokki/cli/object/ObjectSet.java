package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tokki object set`.
@Command(name = "set", header = "Change attributes of an object (C_SetAttributeValue).")
final class ObjectSet implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NAME=VALUE",
            description = "What to change: CKA_LABEL=new, CKA_ID=0a0b, CKA_EXTRACTABLE=false, …")
    private List<String> changes = List.of();

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
            List<TokenObject> found = chosen.in(session, "");
            found.forEach(object -> object.set(attributes));
            surroundings.out().println("changed " + (found.size() == 1 ? "one object" : found.size() + " objects"));
        }
        return ExitCode.DONE;
    }
}
