package dev.tokki.cli.transfer;

import dev.tokki.api.Attribute;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.Naming;
import dev.tokki.cli.object.PemFile;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Passphrase;
import dev.tokki.cli.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tokki import pem`.
@Command(
        name = "pem",
        header = "All keys and certificates of a PEM file.",
        description =
                "Private keys in PKCS#8, encrypted or not, and as OpenSSL wrote them before (RSA, EC); public keys;"
                        + " certificates. What belongs together gets the same CKA_ID; private keys become sensitive and not"
                        + " extractable, --set changes that.")
final class PemImport implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The file; - for standard input.", converter = PlaceConverter.class)
    private Place file = Place.standard();

    @Mixin
    private final Naming naming = new Naming();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    @Mixin
    private final Passphrase passphrase;

    PemImport(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
        this.passphrase = new Passphrase(credentials);
    }

    @Override
    public Integer call() {
        String name = naming.labelOr(file.name().replaceAll(".*/|\\.[^./]*$|^-$", ""));
        List<List<Attribute>> templates =
                PemFile.read(file.read(surroundings), name, () -> passphrase.of(file.toString())).stream()
                        .map(naming::template)
                        .map(List::of)
                        .toList();
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            return new Making(session, surroundings).all(templates);
        }
    }
}
