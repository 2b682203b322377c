package dev.tokki.cli.serve;

import dev.tokki.cli.Surroundings;
import dev.tokki.nativeadapter.UnixDatagram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// systemd, or whoever else started the daemon and gave it `NOTIFY_SOCKET`: it is told when the daemon is ready and
/// when it ends (sd_notify(3)).
final class ServiceManager {
    private static final System.Logger LOG = System.getLogger(ServiceManager.class.getName());

    private final Optional<String> socket;

    ServiceManager(Surroundings surroundings) {
        this.socket = surroundings
                .variable("NOTIFY_SOCKET")
                .filter(path -> path.startsWith("/") || path.startsWith("@"))
                .filter(path -> path.getBytes(StandardCharsets.UTF_8).length <= UnixDatagram.LONGEST_NAME);
    }

    /// Programs can connect.
    void ready() {
        socket.ifPresent(path -> send(path, "READY=1"));
    }

    /// The daemon has been told to end.
    void stopping() {
        socket.ifPresent(path -> send(path, "STOPPING=1"));
    }

    /// Whether it hears is its own affair.
    private static void send(String path, String message) {
        try {
            UnixDatagram.send(path, message);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the service manager could not be told", e);
        }
    }
}
