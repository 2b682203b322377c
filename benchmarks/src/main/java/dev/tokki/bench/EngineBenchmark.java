package dev.tokki.bench;

import dev.tokki.api.Attribute;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.storage.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What only the engine does: a new token in memory, and a large store opened.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {
    private static final int OBJECTS = 10_000;

    /// A store on disk with many objects.
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class LargeStore {
        private Path folder = Path.of("");

        /// Fills it.
        @Setup(Level.Trial)
        public void fill() throws IOException {
            folder = Files.createTempDirectory("tokki-bench-");
            try (Emulator emulator = Emulator.builder()
                            .store(Stores.create(folder.resolve("store")))
                            .slot(0, TokenPlan.ready("large", "12345678", "1234"))
                            .build();
                    Application application = Application.initialise(emulator.connect())) {
                Session session = application.token(0).openReadWrite().login(Cku.USER, "1234");
                for (int i = 0; i < OBJECTS; i++) {
                    session.create(
                            Attribute.of(Cka.CLASS, Cko.SECRET_KEY),
                            Attribute.of(Cka.KEY_TYPE, Ckk.AES),
                            Attribute.of(Cka.TOKEN, true),
                            Attribute.of(Cka.LABEL, "key " + i),
                            Attribute.of(Cka.VALUE, new byte[32]));
                }
            }
        }

        /// Removes it.
        @TearDown(Level.Trial)
        public void remove() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : all) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /// A token in memory: initialised, user PIN set, closed again.
    @Benchmark
    public void newTokenInMemory() {
        Emulator.inMemory("test", "12345678", "1234").close();
    }

    /// A store of 10,000 private objects opened and closed.
    @Benchmark
    public void openLargeStore(LargeStore store) {
        Emulator.open(Stores.open(store.folder.resolve("store"))).close();
    }

    /// The same, and the user logged in, which opens the objects.
    @Benchmark
    public void openLargeStoreAndLogIn(LargeStore store) {
        try (Emulator emulator = Emulator.open(Stores.open(store.folder.resolve("store")));
                Application application = Application.initialise(emulator.connect());
                Session session = application.token(0).openReadWrite()) {
            session.login(Cku.USER, "1234");
        }
    }
}
