package dev.tokki.cli.target;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the passphrase of a file comes from: an option, another file, the environment, or the person at the terminal.
public final class Passphrase {
    private final Credentials credentials;

    @Option(
            names = "--passphrase",
            paramLabel = "TEXT",
            description = "The file's passphrase; see --pin for what to do rather.")
    private @Nullable String told;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "A file whose first line is the passphrase. Otherwise TOKKI_PASSPHRASE, or the question.")
    private @Nullable Path from;

    /// @param credentials who asks
    public Passphrase(Credentials credentials) {
        this.credentials = credentials;
    }

    /// {@return the passphrase}
    ///
    /// @param file what it is for
    public char[] of(String file) {
        return credentials
                .other(told, from, "--passphrase-file", "TOKKI_PASSPHRASE", "Passphrase of " + file)
                .toCharArray();
    }
}
