package dev.tokki.cli.target;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.fluent.Application;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.EmulatorBuilder;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import dev.tokki.server.RemoteModule;
import dev.tokki.storage.StoredToken;
import dev.tokki.storage.Stores;
import dev.tokki.storage.TokenStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say what a command works on.
public final class Target {
    @Option(
            names = "--module",
            paramLabel = "LIBRARY",
            description = "Work on a native PKCS#11 library instead of Tokki's engine.")
    private @Nullable Path module;

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "The engine's store. Default: tokki/store in the user's data folder"
                    + " ($XDG_DATA_HOME, or ~/.local/share).")
    private @Nullable Path store;

    @Option(
            names = "--slot",
            paramLabel = "N",
            description = "The slot, by its number. Default: the only one with an initialised token.")
    private @Nullable Long slot;

    @Option(names = "--token", paramLabel = "LABEL", description = "The token, by its label.")
    private @Nullable String label;

    @Option(
            names = "--init-args",
            paramLabel = "TEXT",
            description = "Text for pReserved of C_Initialize; NSS takes its configuration there.")
    private @Nullable String reserved;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print every call made to the module, secrets masked.")
    private boolean verbose;

    @Mixin
    private final EngineOptions engine = new EngineOptions();

    /// What to do where the engine has no store yet.
    enum IfMissing {
        /// Say so.
        FAIL,
        /// Make one.
        CREATE,
        /// Use a token in memory that is gone afterwards: the command needs none of its own.
        DO_WITHOUT
    }

    /// {@return the module, initialised, with the tokens there are}
    ///
    /// @param surroundings the world outside
    public Connection open(Surroundings surroundings) {
        return open(surroundings, IfMissing.FAIL, false);
    }

    /// {@return the module, initialised; the engine with a token in memory if it has no store}
    ///
    /// @param surroundings the world outside
    public Connection openOrDoWithout(Surroundings surroundings) {
        return open(surroundings, IfMissing.DO_WITHOUT, false);
    }

    /// {@return the module, initialised, with a slot for a new token}
    ///
    /// @param surroundings the world outside
    public Connection openForNewToken(Surroundings surroundings) {
        return open(surroundings, IfMissing.CREATE, true);
    }

    /// {@return the engine itself, for what no function of PKCS#11 does}
    ///
    /// @param surroundings the world outside
    public Management manage(Surroundings surroundings) {
        if (module != null) {
            throw new Usage("that is for Tokki's engine: no function of PKCS#11 does it on another module");
        }
        Path folder = store == null ? StorePlace.usual(surroundings) : store;
        Optional<RemoteModule> served = served(folder, surroundings);
        if (served.isPresent()) {
            served.get().close();
            throw new Usage(
                    "a daemon serves the store in " + folder + ", and no function of PKCS#11 does that: end it first");
        }
        if (!Stores.exists(folder)) {
            throw new Usage("there is no store in " + folder
                    + " yet: \"tokki token init --label NAME\" makes one with a token");
        }
        EmulatorBuilder builder = engine.builder(engine.policy(surroundings));
        Emulator emulator = emulator(Stores.open(folder), builder, false);
        return new Management(connect(surroundings, emulator.connect(), emulator::close, emulator), emulator);
    }

    /// {@return who computes in Tokki's engine, in this program}
    public Crypto crypto() {
        if (module != null) {
            throw new Usage("who computes is known of Tokki's engine, not of --module");
        }
        return engine.crypto();
    }

    private Connection open(Surroundings surroundings, IfMissing missing, boolean roomForOne) {
        if (module != null && store != null) {
            throw new Usage("--module and --store exclude each other: a library keeps its tokens itself");
        }
        if (slot != null && label != null) {
            throw new Usage("--slot and --token exclude each other");
        }
        return module != null ? library(surroundings, module) : engine(surroundings, missing, roomForOne);
    }

    private Connection library(Surroundings surroundings, Path library) {
        if (engine.isGiven()) {
            throw new Usage("options that say how tokens behave are for Tokki's engine, not for --module");
        }
        Options options = Options.defaults();
        NativeModule loaded =
                NativeModule.load(library.toAbsolutePath(), reserved == null ? options : options.reserved(reserved));
        return connect(surroundings, loaded, loaded::close, null);
    }

    private Connection engine(Surroundings surroundings, IfMissing missing, boolean roomForOne) {
        if (reserved != null) {
            throw new Usage("--init-args is for --module: Tokki's engine takes none");
        }
        Path folder = store == null ? StorePlace.usual(surroundings) : store;
        Optional<RemoteModule> served = served(folder, surroundings);
        if (served.isPresent()) {
            if (engine.isGiven()) {
                throw new Usage("a daemon serves the store in " + folder
                        + ": give options that say how its tokens behave to \"tokki serve\"");
            }
            return connect(surroundings, served.get(), served.get()::close, null);
        }
        // Before the store is opened: a wrong option leaves nothing open.
        EmulatorBuilder builder = engine.builder(engine.policy(surroundings));
        Emulator emulator;
        if (Stores.exists(folder)) {
            emulator = emulator(Stores.open(folder), builder, roomForOne);
        } else {
            emulator = switch (missing) {
                case FAIL ->
                    throw new Usage("there is no store in " + folder
                            + " yet: \"tokki token init --label NAME\" makes one with a token");
                case CREATE -> emulator(Stores.create(folder), builder, true);
                case DO_WITHOUT ->
                    builder.slot(0, TokenPlan.ready("tokki", "12345678", "1234"))
                            .build();
            };
        }
        return connect(surroundings, emulator.connect(), emulator::close, emulator);
    }

    /// {@return the daemon that has the store, if there is one}
    private static Optional<RemoteModule> served(Path folder, Surroundings surroundings) {
        try {
            return RemoteModule.connect(SocketFolder.usual(surroundings).socketFor(folder));
        } catch (IOException e) {
            throw new Usage(String.valueOf(e.getMessage()));
        }
    }

    private Emulator emulator(TokenStore opened, EmulatorBuilder builder, boolean roomForOne) {
        builder.store(opened);
        if (roomForOne) {
            Set<Long> taken = opened.tokens().stream().map(StoredToken::slot).collect(Collectors.toSet());
            long free = slot != null
                    ? slot
                    : LongStream.iterate(0, number -> number + 1)
                            .filter(number -> !taken.contains(number))
                            .findFirst()
                            .orElseThrow();
            if (!taken.contains(free)) {
                builder.slot(free);
            }
        }
        return builder.build();
    }

    private Connection connect(
            Surroundings surroundings, Cryptoki cryptoki, Runnable close, @Nullable Emulator engine) {
        try {
            Cryptoki seen = verbose ? new Trace(cryptoki, surroundings.err()) : cryptoki;
            InitializeArgs arguments = InitializeArgs.flags(Ckf.OS_LOCKING_OK);
            return new Connection(Application.initialise(seen, arguments), close, new Choice(slot, label), engine);
        } catch (RuntimeException e) {
            close.run();
            throw e;
        }
    }
}
