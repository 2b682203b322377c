package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.api.text.AttributeText;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Json;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki object show`.
@Command(
        name = "show",
        header = "Show every attribute of an object.",
        description = "Values that may be secret are shown only with --reveal, and only if the token reveals them.")
final class ObjectShow implements Callable<Integer> {
    private static final int LABEL = 28;

    private final Surroundings surroundings;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(names = "--reveal", description = "Show values that may be secret.")
    private boolean reveal;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    ObjectShow(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUserIfGiven(credentials)) {
            List<TokenObject> found = chosen.in(session, "; private ones need the user's PIN (--pin-file, TOKKI_PIN)");
            List<Map<String, String>> all = found.stream().map(this::facts).toList();
            if (json) {
                Json.print(all, surroundings.out());
            } else {
                for (int i = 0; i < all.size(); i++) {
                    if (i > 0) {
                        surroundings.out().println();
                    }
                    all.get(i)
                            .forEach((name, value) -> surroundings
                                    .out()
                                    .println(name + " ".repeat(Math.max(1, LABEL - name.length())) + value));
                }
            }
        }
        return ExitCode.DONE;
    }

    private Map<String, String> facts(TokenObject object) {
        List<Attribute> attributes = new TreeSet<>(Names.CKA.entries().values())
                .stream()
                        .filter(type -> type != Ckf.ARRAY_ATTRIBUTE)
                        .flatMap(type -> value(object, type).stream())
                        .toList();
        Map<String, String> facts = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            facts.put(
                    Names.CKA.of(attribute.type()),
                    reveal
                            ? AttributeText.of(attribute.type(), attribute.value())
                            : AttributeText.of(attribute, attributes));
        }
        return facts;
    }

    private static Optional<Attribute> value(TokenObject object, long type) {
        Optional<Value> value = object.find(type);
        return value.map(found -> new Attribute(type, found));
    }
}
