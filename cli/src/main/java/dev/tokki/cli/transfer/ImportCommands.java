package dev.tokki.cli.transfer;

import dev.tokki.cli.Group;
import dev.tokki.cli.Surroundings;
import picocli.CommandLine;

/// The commands below `tokki import`.
public final class ImportCommands {
    private ImportCommands() {}

    /// {@return them all}
    public static CommandLine group(Surroundings surroundings) {
        return Group.of(
                "import",
                "Keys and certificates from elsewhere: SoftHSM, PEM, PKCS#12, JKS.",
                new SoftHsmImport(surroundings),
                new PemImport(surroundings),
                new KeyStoreImport(surroundings));
    }
}
