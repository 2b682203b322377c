package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The right to a store's files, held by one process: a lock on the mark's file, which goes with the process
/// however that ends, and beside it a note for others of who has it.
final class Ownership implements AutoCloseable {
    private final RandomAccessFile locked;
    private final Path note;
    private final AtomicBoolean given = new AtomicBoolean();

    private Ownership(RandomAccessFile locked, Path note) {
        this.locked = locked;
        this.note = note;
    }

    /// Takes the store's files.
    ///
    /// One at a time in this process: on POSIX systems a process that opens and closes a file it has locked
    /// loses the lock, so a process that has the store must find that out from the note, before it opens the
    /// file again.
    ///
    /// @throws StorageException with [Problem#IN_USE] if somebody has them
    static synchronized Ownership take(StoreFolder folder) {
        Owner self = Owner.self(folder);
        Optional<Owner> other = Owner.read(folder.owner());
        if (other.equals(Optional.of(self))) {
            throw inUse(folder, "this program itself");
        }
        RandomAccessFile file = open(folder);
        try {
            if (file.getChannel().tryLock() == null) {
                throw inUse(folder, other.map(Owner::toString).orElse("another program"));
            }
            Files.writeString(folder.owner(), self.toLine());
            return new Ownership(file, folder.owner());
        } catch (OverlappingFileLockException e) {
            close(file);
            throw inUse(folder, "this program itself");
        } catch (StorageException e) {
            close(file);
            throw e;
        } catch (IOException e) {
            close(file);
            throw new StorageException(Problem.CANNOT_WRITE, "cannot lock " + folder.mark() + ": " + e, e);
        }
    }

    /// {@return the locked file; its position is this object's alone}
    RandomAccessFile file() {
        return locked;
    }

    /// Gives the store's files back; doing so twice is fine.
    @Override
    public void close() {
        if (given.getAndSet(true)) {
            return;
        }
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close(locked);
        }
    }

    private static RandomAccessFile open(StoreFolder folder) {
        try {
            return new RandomAccessFile(folder.mark().toFile(), "rw");
        } catch (IOException e) {
            throw new StorageException(
                    Problem.CANNOT_WRITE, "the folder " + folder.path() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void close(RandomAccessFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StorageException inUse(StoreFolder folder, String who) {
        return new StorageException(
                Problem.IN_USE,
                folder.path() + " is open in " + who + "; one program at a time can have it, so close it there, or let"
                        + " both use one server",
                null);
    }
}
