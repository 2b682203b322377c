package dev.tokki.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The exchange of a call's bytes between two processes, without a call.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BareBenchmark {
    /// The process at the other end.
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class Echo {
        private Path folder;
        private OtherProcess process;

        /// Starts it.
        @Setup(Level.Trial)
        public void start() throws IOException {
            folder = Files.createTempDirectory("tokki-bare-");
            process = OtherProcess.start(BareEcho.class.getName(), Map.of(), socket().toString());
        }

        private Path socket() {
            return folder.resolve("socket");
        }

        /// Ends it.
        @TearDown(Level.Trial)
        public void end() throws IOException {
            process.close();
            Files.delete(socket());
            Files.delete(folder);
        }
    }

    /// A thread's own connection.
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // the set-up comes first
    public static class Connection {
        private final Arena arena = Arena.ofAuto();
        private final MemorySegment question = arena.allocate(BareEcho.QUESTION);
        private final MemorySegment answer = arena.allocate(BareEcho.ANSWER);
        private LocalSocket socket;

        /// Connects.
        @Setup(Level.Trial)
        public void connect(Echo echo) throws IOException {
            socket = LocalSocket.connected(echo.socket());
        }

        /// Hangs up.
        @TearDown(Level.Trial)
        public void end() throws IOException {
            socket.close();
        }
    }

    /// There and back.
    @Benchmark
    public Object exchange(Echo echo, Connection connection) throws IOException {
        connection.socket.send(connection.question);
        connection.socket.receive(connection.answer);
        return connection.answer;
    }
}
