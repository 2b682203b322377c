package dev.tokki.cli.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Names;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.Encoding;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki object import`.
@Command(
        name = "import",
        header = "Make an object of a file (C_CreateObject).",
        description = {
            "PEM says itself what it is (certificate, public key, PKCS#8 private key); DER without --class is taken for"
                    + " a certificate. --class data takes any file, --class secret the bytes of a key.",
            "Private and secret keys become private, sensitive and not extractable, and usable for what their type is"
                    + " for; --set changes any of that. \"tokki import\" takes files with several objects."
        })
final class ObjectImport implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file; - for standard input.", converter = PlaceConverter.class)
    private Place file = Place.standard();

    @Option(names = "--class", paramLabel = "CLASS", description = "What it is: ${COMPLETION-CANDIDATES}.")
    private @Nullable ObjectKind kind;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "GENERIC_SECRET",
            description = "Type of a secret key: AES, GENERIC_SECRET, … Default: ${DEFAULT-VALUE}")
    private String type = "GENERIC_SECRET";

    @Option(names = "--in", paramLabel = "FORM", defaultValue = "raw", description = "${COMPLETION-CANDIDATES}.")
    private Encoding in = Encoding.RAW;

    @Mixin
    private final Naming naming = new Naming();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    ObjectImport(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() {
        byte[] content = in.decode(file.read(surroundings));
        Imported imported = kind == null ? Imported.of(content) : Imported.as(kind, secretType(), content);
        Attribute[] template = naming.template(imported);
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            session.create(template);
            surroundings.out().println("made a " + imported.kind() + " object");
        }
        return ExitCode.DONE;
    }

    private long secretType() {
        return Names.CKK.value(type).orElseThrow(() -> new Usage("there is no key type " + type));
    }
}
