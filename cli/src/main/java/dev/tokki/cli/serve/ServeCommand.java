package dev.tokki.cli.serve;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.cli.Usage;
import dev.tokki.cli.target.SocketFolder;
import dev.tokki.cli.trace.TraceFile;
import dev.tokki.server.Daemon;
import dev.tokki.server.StreamServer;
import dev.tokki.storage.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokki serve`.
@Command(
        name = "serve",
        header = "Serve tokens to PKCS#11 programs on this machine, until it is told to end.",
        description = {
            "Programs reach the daemon through the library that \"tokki module\" writes. Only programs of the same user"
                    + " and of root are answered. Every store or library that is given has a socket of its own.",
            "The daemon stays in the foreground, prints a line that begins with \"ready\" for each socket, tells systemd"
                    + " (NOTIFY_SOCKET), and ends with SIGTERM or SIGINT."
        })
public final class ServeCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final HeadStart headStart;

    @Mixin
    private final Sources sources = new Sources();

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Record every call of every program, secrets hidden; \"tokki show FILE\" shows them.")
    private @Nullable Path trace;

    @Option(
            names = "--stdio",
            description = "Serve one program on standard input and output instead of a socket, until it ends.")
    private boolean stdio;

    /// @param surroundings where to print
    public ServeCommand(Surroundings surroundings) {
        this(surroundings, HeadStart.none());
    }

    private ServeCommand(Surroundings surroundings, HeadStart headStart) {
        this.surroundings = surroundings;
        this.headStart = headStart;
    }

    /// {@return a command that will be run, and begins what takes long at once, while options are still being read}
    ///
    /// @param surroundings where to print
    public static ServeCommand aboutToRun(Surroundings surroundings) {
        return new ServeCommand(surroundings, HeadStart.begin(Stores::warmUp));
    }

    @Override
    public Integer call() {
        Map<Path, Source> bySocket = sources.bySocket(surroundings);
        headStart.await();
        if (stdio) {
            return serveStreams(bySocket.values());
        }
        bySocket.forEach(ServeCommand::check);
        ServiceManager manager = new ServiceManager(surroundings);
        try (Serving serving = Serving.begin(manager::stopping)) {
            Optional<TraceFile> recorded =
                    Optional.ofNullable(trace).map(file -> serving.keep(TraceFile.create(file, "tokki serve")));
            for (Map.Entry<Path, Source> entry : bySocket.entrySet()) {
                Source.Opened opened = serving.keep(entry.getValue().open());
                serving.keep(Listening.on(entry.getKey(), opened, recorded, SocketFolder.usual(surroundings)));
                surroundings.out().println("ready: " + entry.getValue() + " on the socket " + entry.getKey());
            }
            manager.ready();
            serving.untilToldToEnd();
        }
        return ExitCode.DONE;
    }

    private int serveStreams(Collection<Source> all) {
        if (all.size() > 1) {
            throw new Usage("--stdio is for one store or library; " + all.size() + " are given");
        }
        Source.Opened opened = all.iterator().next().open();
        try {
            StreamServer.serve(
                    surroundings.in(), surroundings.out(), opened.modules().get());
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new ServeException("the connection broke: " + e.getMessage(), e);
        } finally {
            opened.close().run();
        }
    }

    /// Before a store is opened, which would fail and say less.
    private static void check(Path socket, Source source) {
        if (Daemon.isListeningOn(socket)) {
            throw new ServeException(source + " is served already: another daemon listens on " + socket);
        }
    }
}
