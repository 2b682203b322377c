package dev.tokki.cli.transfer;

import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.KeyStoreFile;
import java.nio.file.Path;
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
    @Parameters(paramLabel = "FILE", description = "The key store.")
    private Path file = Path.of("");

    @Mixin
    private final Importing importing;

    KeyStoreImport(Surroundings surroundings) {
        this.importing = new Importing(surroundings);
    }

    @Override
    public Integer call() {
        return importing.all(KeyStoreFile.read(file, importing.passphrase(file.toString())));
    }
}
