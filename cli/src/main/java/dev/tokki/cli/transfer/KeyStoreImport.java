package dev.tokki.cli.transfer;

import dev.tokki.api.Attribute;
import dev.tokki.api.fluent.Session;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.KeyStoreFile;
import dev.tokki.cli.object.Naming;
import dev.tokki.cli.target.Connection;
import dev.tokki.cli.target.Credentials;
import dev.tokki.cli.target.Passphrase;
import dev.tokki.cli.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tokki import pkcs12` and its kin.
@Command(
        name = "pkcs12",
        aliases = {"p12", "jks", "jceks", "keystore"},
        header = "All keys and certificates of a key store: PKCS#12, JKS or JCEKS.",
        description =
                "Objects are called as their entries are, certificates of a chain by their common names. What belongs"
                        + " together gets the same CKA_ID; keys become sensitive and not extractable, --set changes that.")
final class KeyStoreImport implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "The key store.")
    private Path file = Path.of("");

    @Mixin
    private final Naming naming = new Naming();

    @Mixin
    private final Target target = new Target();

    @Mixin
    private final Credentials credentials;

    @Mixin
    private final Passphrase passphrase;

    KeyStoreImport(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.credentials = new Credentials(surroundings);
        this.passphrase = new Passphrase(credentials);
    }

    @Override
    public Integer call() {
        List<List<Attribute>> templates = KeyStoreFile.read(file, passphrase.of(file.toString())).stream()
                .map(naming::template)
                .map(List::of)
                .toList();
        try (Connection connection = target.open(surroundings);
                Session session = connection.asUser(credentials)) {
            return new Making(session, surroundings).all(templates);
        }
    }
}
