package dev.tokki.cli.serve;

import dev.tokki.cli.ExitCode;
import dev.tokki.cli.Surroundings;
import dev.tokki.server.Daemon;
import java.io.IOException;
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
        try (Serving serving = new Serving()) {
            for (Map.Entry<Path, Source> entry : sources.bySocket(surroundings).entrySet()) {
                Source.Opened opened = serving.keep(entry.getValue().open());
                serving.keep(listen(entry.getKey(), opened));
                surroundings.out().println("ready: " + entry.getValue() + " on the socket " + entry.getKey());
            }
            serving.untilToldToEnd();
        }
        return ExitCode.DONE;
    }

    private static Daemon listen(Path socket, Source.Opened opened) {
        Path folder = socket.getParent();
        if (folder != null) {
            SocketFolder.prepare(folder);
        }
        try {
            return Daemon.listen(socket, opened.modules());
        } catch (IOException e) {
            throw new ServeException("cannot listen on " + socket + ": " + e.getMessage(), e);
        }
    }
}
