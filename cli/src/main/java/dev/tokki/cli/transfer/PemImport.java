package dev.tokki.cli.transfer;

import dev.tokki.cli.Place;
import dev.tokki.cli.PlaceConverter;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.object.PemFile;
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
    private final Importing importing;

    PemImport(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.importing = new Importing(surroundings);
    }

    @Override
    public Integer call() {
        String name = importing.labelOr(file.name().replaceAll(".*/|\\.[^./]*$|^-$", ""));
        return importing.all(PemFile.read(file.read(surroundings), name, () -> importing.passphrase(file.toString())));
    }
}
