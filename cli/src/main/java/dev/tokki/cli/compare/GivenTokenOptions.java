package dev.tokki.cli.compare;

import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.Credentials;
import dev.tokki.conformance.module.GivenToken;
import dev.tokki.nativeadapter.Options;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that give the suite a token of a library that it cannot prepare one for itself.
final class GivenTokenOptions {
    @Option(
            names = "--slot",
            paramLabel = "N",
            description = "Of a library other than SoftHSM and NSS: the token's slot, by its number.")
    private @Nullable Long slot;

    @Option(names = "--token", paramLabel = "LABEL", description = "Of such a library: the token, by its label.")
    private @Nullable String label;

    @Option(
            names = "--may-initialise",
            description =
                    "Of such a library: tests may initialise the token, which destroys all it holds, and change and lock its PINs;"
                            + " needs the SO's PIN. Without it the token must be empty.")
    private boolean mayBeInitialised;

    @Option(
            names = "--init-args",
            paramLabel = "TEXT",
            description = "Of such a library: text for pReserved of C_Initialize.")
    private @Nullable String reserved;

    @Mixin
    private final Credentials credentials;

    GivenTokenOptions(Surroundings surroundings) {
        this.credentials = new Credentials(surroundings);
    }

    /// {@return whether somebody means a certain token}
    boolean areGiven() {
        return slot != null || label != null || mayBeInitialised || reserved != null;
    }

    /// {@return the token of a library; its PINs are asked for if need be}
    GivenToken of(Path library) {
        if (slot != null && label != null && !mayBeInitialised) {
            throw new Usage("--slot and --token exclude each other, unless the token is to get the label");
        }
        String name = label == null ? library.toString() : label;
        boolean hasSo = mayBeInitialised || credentials.soPinIsGiven();
        return new GivenToken(
                library.toAbsolutePath(),
                slot == null ? OptionalLong.empty() : OptionalLong.of(slot),
                Optional.ofNullable(label),
                credentials.userPin(name),
                hasSo ? Optional.of(credentials.soPin(name)) : Optional.empty(),
                mayBeInitialised,
                reserved == null ? Options.defaults() : Options.defaults().reserved(reserved));
    }
}
