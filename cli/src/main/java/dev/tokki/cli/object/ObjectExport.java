package dev.tokki.cli.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.TokenObject;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Target;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki object export`.
@Command(
        name = "export",
        header = "Write a certificate, a key or the value of a data object.",
        description = {
            "Certificates, public keys and private keys (PKCS#8) as PEM, secret keys and data as they are. \"tokki export"
                    + " pkcs12\" writes a private key with its certificates.",
            "A private or secret key leaves the token in the clear only if CKA_SENSITIVE is false and CKA_EXTRACTABLE is"
                    + " true, and only with --class; other extractable ones leave it wrapped (tokki wrap)."
        })
final class ObjectExport implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to; - (the default) for standard output.",
            converter = PlaceConverter.class)
    private Place out = Place.standard();

    @Option(names = "--der", description = "DER instead of PEM.")
    private boolean der;

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    ObjectExport(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        try (Connection connection = target.open(surroundings);
                Session session = isKey() ? connection.asUser(credentials) : connection.asUserIfGiven(credentials)) {
            ObjectKind kind = chosen.kind();
            Selector selector = chosen.selector();
            List<ObjectKind> kinds =
                    kind == null ? List.of(ObjectKind.CERT, ObjectKind.PUBLIC, ObjectKind.DATA) : List.of(kind);
            for (ObjectKind candidate : kinds) {
                if (!selector.all(session, candidate).isEmpty()) {
                    out.write(content(candidate, selector.one(session, candidate)), surroundings);
                    return ExitCode.DONE;
                }
            }
            throw new Usage("no " + (kind == null ? "certificate, public key or data" : kind) + " object is called \""
                    + selector.text() + "\"");
        }
    }

    private byte[] content(ObjectKind what, TokenObject object) throws IOException {
        return switch (what) {
            case CERT -> written("CERTIFICATE", object.bytes(Cka.VALUE));
            case PUBLIC -> written("PUBLIC KEY", KeyFiles.publicKey(object));
            case DATA -> object.bytes(Cka.VALUE);
            case PRIVATE -> written("PRIVATE KEY", Revealed.privateKey(object));
            case SECRET -> Revealed.secretKey(object);
        };
    }

    private boolean isKey() {
        ObjectKind kind = chosen.kind();
        return kind == ObjectKind.PRIVATE || kind == ObjectKind.SECRET;
    }

    private byte[] written(String label, byte[] content) throws IOException {
        if (der) {
            return content;
        }
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, content));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
