package dev.tokki.cli.use;

import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.ObjectKind;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki keygen`.
@Command(
        name = "keygen",
        header = "Generate a secret key or a key pair in the token.",
        description = {
            "KIND is one of " + KeySpec.FORMS + ".",
            "Secret and private keys are private, sensitive and not extractable unless an option says otherwise."
        })
public final class Keygen implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "KIND", description = "aes:256, ec:P-256, rsa:3072, ed25519, …")
    private String kind = "";

    @Mixin
    private final NewKey newKey = new NewKey();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    /// @param surroundings where to print
    public Keygen(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        KeySpec spec = KeySpec.of(kind);
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            switch (spec) {
                case KeySpec.Secret(var mechanism, var template) ->
                    session.generateKey(mechanism, newKey.template(ObjectKind.SECRET, template));
                case KeySpec.Pair(var mechanism, var publicTemplate, var privateTemplate) ->
                    session.generateKeyPair(
                            mechanism,
                            newKey.list(ObjectKind.PUBLIC, publicTemplate),
                            newKey.list(ObjectKind.PRIVATE, privateTemplate));
            }
            if (json) {
                Json.print(Map.of("kind", kind, "name", newKey.name(), "id", newKey.id()), surroundings.out());
            } else {
                surroundings.out().println("generated " + kind + " \"" + newKey.name() + "\", id " + newKey.id());
            }
        }
        return ExitCode.DONE;
    }
}
