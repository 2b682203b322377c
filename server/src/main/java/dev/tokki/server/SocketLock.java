package dev.tokki.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The right to listen on a socket, which one daemon of this machine has at a time. The kernel takes it back when the
/// process ends, however it ends; the file stays, since whoever removed it could remove another's lock.
record SocketLock(FileChannel file) implements AutoCloseable {
    private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

    /// {@return the lock; nothing if another daemon has it, in this process or another}
    ///
    /// @throws IOException if there can be no file beside the socket
    static Optional<SocketLock> of(Path socket) throws IOException {
        FileChannel file = FileChannel.open(
                socket.resolveSibling("." + socket.getFileName() + ".lock"),
                OPTIONS,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (isFree(file)) {
            return Optional.of(new SocketLock(file));
        }
        file.close();
        return Optional.empty();
    }

    private static boolean isFree(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
