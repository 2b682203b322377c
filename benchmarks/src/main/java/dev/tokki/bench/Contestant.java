package dev.tokki.bench;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.constant.Cku;
import dev.tokki.api.fluent.Application;
import dev.tokki.api.fluent.Session;
import dev.tokki.api.fluent.Token;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Selection;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import dev.tokki.storage.Stores;
import dev.tokki.trace.Recording;
import dev.tokki.trace.Secrets;
import dev.tokki.trace.Spy;
import dev.tokki.trace.json.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A module in a benchmark, with an initialised token of its own in a temporary folder.
final class Contestant implements AutoCloseable {
    static final String ENGINE_IN_MEMORY = "engine-memory";

    /// The engine in memory with Amazon Corretto Crypto Provider; the others compute in pure Java.
    static final String ENGINE_ACCELERATED = "engine-accelerated";

    static final String ENGINE_ON_FILE = "engine-file";
    static final String SOFTHSM = "softhsm";
    static final String NSS = "nss";

    /// The engine behind the native face: a library in this process, the daemon in another.
    static final String FACE = "libtokki";

    /// The engine in memory with a spy around it, whose lines of JSON nobody keeps.
    static final String RECORDED = "engine-recorded";

    private static final String LABEL = "bench";
    private static final String SO_PIN = "12345678";
    private static final String USER_PIN = "1234-user";

    private final Path folder;
    private final Runnable end;
    private final Application application;
    private final Token token;

    private Contestant(Path folder, Runnable end, Application application, Token token) {
        this.folder = folder;
        this.end = end;
        this.application = application;
        this.token = token;
    }

    /// {@return the module of a name}
    ///
    /// @param library where a native one lies
    static Contestant prepare(String name, @Nullable Path library) throws IOException {
        Path folder = Files.createTempDirectory("tokki-bench-");
        return switch (name) {
            case ENGINE_IN_MEMORY -> engine(folder, inMemory(Selection.PURE_JAVA));
            case ENGINE_ACCELERATED -> engine(folder, inMemory(Selection.FASTEST));
            case ENGINE_ON_FILE ->
                engine(
                        folder,
                        Emulator.builder()
                                .crypto(Crypto.of(Selection.PURE_JAVA))
                                .store(Stores.create(folder.resolve("store")))
                                .slot(0, TokenPlan.ready(LABEL, SO_PIN, USER_PIN))
                                .build());
            case SOFTHSM -> softHsm(folder, Objects.requireNonNull(library));
            case NSS -> nss(folder, Objects.requireNonNull(library));
            case FACE -> face(folder);
            case RECORDED -> recorded(folder);
            default -> throw new IllegalArgumentException(name + " is no contestant");
        };
    }

    private static Emulator inMemory(Selection crypto) {
        return Emulator.builder()
                .crypto(Crypto.of(crypto))
                .slot(0, TokenPlan.ready(LABEL, SO_PIN, USER_PIN))
                .build();
    }

    private static Contestant engine(Path folder, Emulator emulator) {
        Application application = Application.initialise(emulator.connect());
        return new Contestant(folder, emulator::close, application, application.token(LABEL));
    }

    private static Contestant recorded(Path folder) {
        Emulator emulator = inMemory(Selection.PURE_JAVA);
        AtomicLong characters = new AtomicLong();
        Recording recording = new Recording(
                Secrets.HIDDEN,
                call -> characters.addAndGet(JsonLines.line(call).length()),
                () -> {});
        Application application = Application.initialise(new Spy(emulator.connect(), recording, "bench"));
        return new Contestant(
                folder,
                () -> {
                    recording.close();
                    emulator.close();
                },
                application,
                application.token(LABEL));
    }

    private static Contestant face(Path folder) throws IOException {
        FaceDaemon daemon = FaceDaemon.start(folder, SO_PIN, USER_PIN);
        Cryptoki module = NativeModule.load(daemon.library(), Options.defaults());
        Application application = Application.initialise(module);
        return new Contestant(
                folder,
                () -> {
                    module.close();
                    daemon.process().close();
                },
                application,
                application.token(FaceDaemon.LABEL));
    }

    private static Contestant softHsm(Path folder, Path library) throws IOException {
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Path configuration = Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n".formatted(tokens));
        Cryptoki module = NativeModule.load(
                library, Options.defaults().environment(Map.of("SOFTHSM2_CONF", configuration.toString())));
        try (Application first = Application.initialise(module)) {
            first.tokens().get(0).initialise(SO_PIN, LABEL);
        }
        // The token has moved to another slot.
        Application application = Application.initialise(module);
        try (Session session = application.token(LABEL).openReadWrite()) {
            session.login(Cku.SO, SO_PIN).initPin(USER_PIN);
        }
        return new Contestant(folder, module::close, application, application.token(LABEL));
    }

    private static Contestant nss(Path folder, Path library) {
        Cryptoki module = NativeModule.load(library, Options.defaults());
        String configuration =
                "configdir='sql:%s' certPrefix='' keyPrefix='' secmod='secmod.db' flags= dbTokenDescription='%s'"
                        .formatted(folder, LABEL);
        Application application = Application.initialise(
                module, new InitializeArgs(InitializeArgs.Mutexes.NONE, Ckf.OS_LOCKING_OK, configuration));
        try (Session session = application.token(LABEL).openReadWrite()) {
            session.login(Cku.SO, "").initPin(USER_PIN);
        }
        return new Contestant(folder, module::close, application, application.token(LABEL));
    }

    /// {@return a read/write session with the user logged in}
    Session session() {
        Session session = token.openReadWrite();
        try {
            return session.login(Cku.USER, USER_PIN);
        } catch (CryptokiException e) {
            if (e.rv().is(Ckr.USER_ALREADY_LOGGED_IN)) {
                return session;
            }
            throw e;
        }
    }

    Application application() {
        return application;
    }

    Token token() {
        return token;
    }

    @Override
    public void close() throws IOException {
        application.close();
        end.run();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
