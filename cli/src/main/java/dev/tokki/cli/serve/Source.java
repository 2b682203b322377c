package dev.tokki.cli.serve;

import dev.tokki.api.Cryptoki;
import dev.tokki.cli.target.SocketFolder;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.EmulatorBuilder;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.nativeadapter.Options;
import dev.tokki.nativeadapter.child.ChildModule;
import dev.tokki.storage.StoredToken;
import dev.tokki.storage.Stores;
import dev.tokki.storage.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// What is served on one socket.
sealed interface Source {
    /// {@return the usual socket for it}
    Path socket(SocketFolder folder);

    /// Opens it.
    Opened open();

    /// Something open to be served.
    ///
    /// @param modules gives each program's application a module of its own
    /// @param close lets go of it
    record Opened(Supplier<? extends Cryptoki> modules, Runnable close) {
        private static Opened of(Emulator emulator) {
            return new Opened(emulator::connect, emulator::close);
        }
    }

    /// The engine on a store, which is made if it is not there; whoever connects finds a slot for a new token.
    ///
    /// @param folder the store's folder
    /// @param engine how the tokens compute and behave
    record Store(Path folder, EmulatorBuilder engine) implements Source {
        @Override
        public Path socket(SocketFolder sockets) {
            return sockets.socketFor(folder);
        }

        @Override
        public Opened open() {
            TokenStore store = Stores.exists(folder) ? Stores.open(folder) : Stores.create(folder);
            Emulator emulator = engine.store(store).build();
            return new Opened(
                    () -> {
                        addSlotIfAllAreTaken(emulator, store);
                        return emulator.connect();
                    },
                    emulator::close);
        }

        private static void addSlotIfAllAreTaken(Emulator emulator, TokenStore store) {
            synchronized (emulator) {
                Set<Long> taken = store.tokens().stream().map(StoredToken::slot).collect(Collectors.toSet());
                if (Arrays.stream(emulator.slots()).allMatch(taken::contains)) {
                    long free = LongStream.iterate(0, number -> number + 1)
                            .filter(number -> !taken.contains(number))
                            .findFirst()
                            .orElseThrow();
                    emulator.addSlot(free, TokenPlan.fresh());
                }
            }
        }

        @Override
        public String toString() {
            return "the store " + folder;
        }
    }

    /// The engine with a token in memory, which is gone when the daemon ends.
    ///
    /// @param label the token's label
    /// @param soPin the Security Officer's PIN
    /// @param userPin the normal user's PIN
    /// @param engine how the token computes and behaves
    record Memory(String label, String soPin, String userPin, EmulatorBuilder engine) implements Source {
        @Override
        public Path socket(SocketFolder sockets) {
            return sockets.socketForMemory();
        }

        @Override
        public Opened open() {
            return Opened.of(
                    engine.slot(0, TokenPlan.ready(label, soPin, userPin)).build());
        }

        @Override
        public String toString() {
            return "a token \"" + label + "\" in memory";
        }
    }

    /// A native library, in a process of its own for each program.
    ///
    /// @param path the library
    record Library(Path path) implements Source {
        private static final Duration LIMIT = Duration.ofMinutes(5);

        @Override
        public Path socket(SocketFolder sockets) {
            return sockets.socketFor(path);
        }

        @Override
        public Opened open() {
            // Once for nobody: what cannot be loaded is said now and not to a program.
            start().close();
            return new Opened(this::start, () -> {});
        }

        private ChildModule start() {
            return ChildModule.start(path.toAbsolutePath(), Options.defaults(), LIMIT);
        }

        @Override
        public String toString() {
            return "the library " + path;
        }
    }
}
