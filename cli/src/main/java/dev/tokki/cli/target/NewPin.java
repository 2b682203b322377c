package dev.tokki.cli.target;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a PIN to be comes from: an option, a file, the environment, or the person at the terminal, who is asked twice.
public final class NewPin {
    private final Credentials credentials;

    @Option(names = "--new-pin", paramLabel = "PIN", description = "The PIN to be; see --pin.")
    private @Nullable String told;

    @Option(
            names = "--new-pin-file",
            paramLabel = "FILE",
            description = "A file whose first line is the PIN to be; or set TOKKI_NEW_PIN.")
    private @Nullable Path from;

    /// @param credentials who asks
    public NewPin(Credentials credentials) {
        this.credentials = credentials;
    }

    /// {@return the PIN to be}
    ///
    /// @param question what to ask
    public String of(String question) {
        return credentials.replacement(told, from, question);
    }
}
