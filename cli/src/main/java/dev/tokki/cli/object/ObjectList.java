package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Table;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki object list`.
@Command(
        name = "list",
        header = "List the objects of a token.",
        description = "Private objects are listed only if the user's PIN is given, or with --login, which asks for it.")
final class ObjectList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--class", paramLabel = "CLASS", description = "Only ${COMPLETION-CANDIDATES}.")
    private @Nullable ObjectKind kind;

    @Option(names = "--login", description = "Ask for the user's PIN.")
    private boolean login;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    ObjectList(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings);
                Session session = login ? connection.asUser(credentials) : connection.asUserIfGiven(credentials)) {
            List<TokenObject> found =
                    kind == null ? session.find() : session.find(Attribute.of(Cka.CLASS, kind.objectClass()));
            List<ObjectFacts> facts = found.stream().map(ObjectFacts::of).toList();
            if (json) {
                Json.print(facts, surroundings.out());
            } else {
                Table table = new Table("CLASS", "TYPE", "LABEL", "ID", "MARKS");
                facts.forEach(row ->
                        table.row(row.kind(), row.type(), row.label(), row.id(), String.join(", ", row.marks())));
                table.print(surroundings.out());
                if (!login && !credentials.userPinIsGiven()) {
                    surroundings.err().println("(public objects only: private ones need the user's PIN, see --login)");
                }
            }
        }
        return ExitCode.DONE;
    }
}
