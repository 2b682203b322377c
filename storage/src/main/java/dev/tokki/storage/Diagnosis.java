package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// Finds out from what the database threw what is the matter with a file.
final class Diagnosis {
    private static final int MOST_CAUSES = 20;

    private Diagnosis() {}

    static StorageException of(String file, Throwable failure) {
        Optional<StorageException> known = find(failure, StorageException.class);
        if (known.isPresent()) {
            return known.get();
        }
        if (find(failure, SQLException.class)
                .filter(e -> e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1)
                .isPresent()) {
            return new StorageException(
                    Problem.IN_USE, file + " is open in another program, as a plain database; close it there", failure);
        }
        Optional<IOException> io = find(failure, IOException.class);
        if (io.isPresent() && !isReading(failure)) {
            return new StorageException(
                    Problem.CANNOT_WRITE,
                    "cannot write " + file + ": " + io.get().getMessage()
                            + "; what was acknowledged before is safe, this change may not be",
                    failure);
        }
        return new StorageException(
                Problem.DAMAGED, file + " is damaged: " + failure.getMessage() + "; restore it from a backup", failure);
    }

    private static boolean isReading(Throwable failure) {
        return find(failure, EOFException.class).isPresent()
                || find(failure, MVStoreException.class)
                        .filter(e -> e.getErrorCode() == DataUtils.ERROR_READING_FAILED)
                        .isPresent();
    }

    static StorageException damaged(String store, String what) {
        return new StorageException(
                Problem.DAMAGED,
                store + " was altered outside of Tokki, or is damaged: " + what + "; restore it from a backup",
                null);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, Throwable::getCause)
                .limit(MOST_CAUSES)
                .takeWhile(cause -> cause != null)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
