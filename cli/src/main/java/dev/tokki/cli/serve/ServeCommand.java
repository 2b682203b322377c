package dev.tokki.cli.serve;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.server.Daemon;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private final Sources sources = new Sources();

    /// @param surroundings where to print
    public ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<Path, Source> bySocket = sources.bySocket(surroundings);
        bySocket.forEach(ServeCommand::check);
        try (Serving serving = new Serving()) {
            for (Map.Entry<Path, Source> entry : bySocket.entrySet()) {
                Source.Opened opened = serving.keep(entry.getValue().open());
                serving.keep(Listening.on(entry.getKey(), opened));
                surroundings.out().println("ready: " + entry.getValue() + " on the socket " + entry.getKey());
            }
            serving.untilToldToEnd();
        }
        return ExitCode.DONE;
    }

    /// Before a store is opened, which would fail and say less.
    private static void check(Path socket, Source source) {
        if (Daemon.isListeningOn(socket)) {
            throw new ServeException(source + " is served already: another daemon listens on " + socket);
        }
    }
}
