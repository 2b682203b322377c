package dev.tokki.cli.transfer;

import dev.tokki.api.fluent.Session;
import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.ObjectKind;
import dev.tokki.cli.object.Pkcs12File;
import dev.tokki.cli.object.Selector;
import dev.tokki.cli.object.SelectorConverter;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Passphrase;
import dev.tokki.cli.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tokki export pkcs12`.
@Command(
        name = "pkcs12",
        aliases = "p12",
        header = "A private key with its certificates, as a PKCS#12 file.",
        description = {
            "The certificates are that with the key's CKA_ID, and those of its issuers as far as the token has them.",
            "The key leaves the token only if its CKA_SENSITIVE is false and its CKA_EXTRACTABLE is true."
        })
final class Pkcs12Export implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "OBJECT",
            description = "The private key: its label, id:HEX or uid:TEXT.",
            converter = SelectorConverter.class)
    private Selector selector = Selector.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to; - (the default) for standard output.",
            converter = PlaceConverter.class)
    private Place out = Place.standard();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    @Mixin
    private final Passphrase passphrase;

    Pkcs12Export(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
        this.passphrase = new Passphrase(credentials);
    }

    @Override
    public Integer call() {
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            byte[] file = Pkcs12File.of(
                    session, selector.one(session, ObjectKind.PRIVATE), passphrase.of("the new PKCS#12 file"));
            out.write(file, surroundings);
        }
        return ExitCode.DONE;
    }
}
