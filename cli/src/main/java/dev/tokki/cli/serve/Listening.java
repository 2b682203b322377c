package dev.tokki.cli.serve;

import dev.tokki.api.Cryptoki;
import dev.tokki.cli.target.SocketFolder;
import dev.tokki.cli.trace.TraceFile;
import dev.tokki.server.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// Makes a daemon listen, in a folder that its user alone may enter.
final class Listening {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private Listening() {}

    /// {@return a daemon}
    ///
    /// @param socket where
    /// @param opened what is served
    /// @param trace where calls are recorded
    /// @param sockets the usual folder, which must be its user's alone; whoever names another chooses it
    /// @throws ServeException if the usual folder is open to others, or another daemon listens there
    static Daemon on(Path socket, Source.Opened opened, Optional<TraceFile> trace, SocketFolder sockets) {
        Path folder = socket.getParent();
        if (folder != null) {
            make(folder);
        }
        if (folder != null && folder.equals(sockets.path())) {
            check(folder);
        }
        try {
            return Daemon.listenByProcess(socket, process -> {
                Cryptoki module = opened.modules().get();
                return trace.<Cryptoki>map(file -> file.around(module, process)).orElse(module);
            });
        } catch (IOException e) {
            throw new ServeException("cannot listen on " + socket + ": " + e.getMessage(), e);
        }
    }

    private static void make(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Path parent = folder.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
        } catch (IOException e) {
            throw new ServeException("the folder " + folder + " for the socket cannot be made: " + e.getMessage(), e);
        }
    }

    private static void check(Path folder) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new ServeException(
                        "others may enter " + folder + " (" + PosixFilePermissions.toString(permissions)
                                + "), and a daemon's socket must be its user's alone: chmod 700 it, or give another"
                                + " --socket");
            }
        } catch (IOException e) {
            throw new ServeException("the folder " + folder + " cannot be looked at: " + e.getMessage(), e);
        }
    }
}
