package dev.tokki.cli.serve;

import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.EngineOptions;
import dev.tokki.cli.target.OfferOptions;
import dev.tokki.cli.target.SocketFolder;
import dev.tokki.cli.target.StorePlace;
import dev.tokki.emulator.token.TokenPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what is served, and where.
final class Sources {
    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "The engine's store. Default: tokki/store in the user's data folder"
                    + " ($XDG_DATA_HOME, or ~/.local/share).")
    private List<Path> stores = new ArrayList<>();

    @Option(
            names = "--module",
            paramLabel = "LIBRARY",
            description = "A native PKCS#11 library instead of Tokki's engine.")
    private List<Path> libraries = new ArrayList<>();

    @Option(
            names = "--memory",
            description = "A token \"tokki\" in memory instead of a store, with the PINs of TOKKI_PIN and TOKKI_SO_PIN,"
                    + " or 1234 and 12345678.")
    private boolean memory;

    @Option(
            names = "--socket",
            paramLabel = "PATH",
            description = "The Unix socket. Default: one for each store or library, in $XDG_RUNTIME_DIR/tokki or"
                    + " ~/.tokki/run.")
    private @Nullable Path socket;

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    @Mixin
    private final OfferOptions offer = new OfferOptions();

    /// What tokens were told to offer they keep to; these limits come on top, for as long as the daemon runs.
    private TokenPolicy policy(Surroundings surroundings) {
        TokenPolicy policy = engine.policy(surroundings);
        return policy.withOffer(offer.on(policy.offer()));
    }

    /// {@return what is served, by its socket}
    Map<Path, Source> bySocket(Surroundings surroundings) {
        List<Source> sources = sources(surroundings);
        if (socket != null && sources.size() > 1) {
            throw new Usage("--socket is for one store or library; " + sources.size() + " are given");
        }
        SocketFolder folder = SocketFolder.usual(surroundings);
        Map<Path, Source> bySocket = new LinkedHashMap<>();
        for (Source source : sources) {
            Path place = socket == null
                    ? source.socket(folder)
                    : socket.toAbsolutePath().normalize();
            if (bySocket.put(place, source) != null) {
                throw new Usage(source + " is given twice");
            }
        }
        return bySocket;
    }

    private List<Source> sources(Surroundings surroundings) {
        List<Source> sources = new ArrayList<>();
        stores.forEach(store -> sources.add(new Source.Store(store, engine.builder(policy(surroundings)))));
        libraries.forEach(library -> sources.add(new Source.Library(library)));
        if (memory) {
            sources.add(new Source.Memory(
                    "tokki",
                    surroundings.variable("TOKKI_SO_PIN").orElse("12345678"),
                    surroundings.variable("TOKKI_PIN").orElse("1234"),
                    engine.builder(policy(surroundings))));
        }
        return sources.isEmpty()
                ? List.of(new Source.Store(StorePlace.usual(surroundings), engine.builder(policy(surroundings))))
                : sources;
    }
}
