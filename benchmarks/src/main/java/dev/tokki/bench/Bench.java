package dev.tokki.bench;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.fluent.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The module under measurement, for all threads of a trial.
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the set-up comes first
public class Bench {
    private static final Map<String, String> PLACES = Map.of(
            Contestant.SOFTHSM, "/usr/lib/softhsm/libsofthsm2.so",
            Contestant.NSS, "/usr/lib/x86_64-linux-gnu/libsoftokn3.so");

    /// The module's name.
    @Param({Contestant.ENGINE_IN_MEMORY, Contestant.ENGINE_ON_FILE, Contestant.SOFTHSM, Contestant.NSS})
    public String module = Contestant.ENGINE_IN_MEMORY;

    private Contestant contestant;

    /// Prepares the module and its token.
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        contestant = contestant(module);
    }

    /// {@return a module of a name, ready}
    static Contestant contestant(String module) throws IOException {
        String place = PLACES.get(module);
        if (place != null && !Files.exists(Path.of(place))) {
            throw new IllegalStateException(module + " is not installed at " + place);
        }
        return Contestant.prepare(module, place == null ? null : Path.of(place));
    }

    /// Removes the module's token.
    @TearDown(Level.Trial)
    public void end() throws IOException {
        contestant.close();
    }

    Contestant contestant() {
        return contestant;
    }

    Cryptoki cryptoki() {
        return contestant.application().module();
    }

    /// A thread's own session, with the user logged in.
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class OwnSession {
        private Session session;

        /// Opens the session.
        @Setup(Level.Trial)
        public void open(Bench bench) {
            session = bench.contestant().session();
        }

        Session session() {
            return session;
        }
    }
}
