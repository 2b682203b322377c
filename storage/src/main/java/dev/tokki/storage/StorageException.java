package dev.tokki.storage;

import org.jspecify.annotations.Nullable;

/// A store that cannot be opened, read or written; the message says which and what to do, and never holds a
/// secret.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    /// What is wrong.
    public enum Problem {
        /// The key does not open the store.
        WRONG_KEY,
        /// The file is no store of ours, or its content was altered or damaged.
        DAMAGED,
        /// Another process has the store open.
        IN_USE,
        /// The disk is full, or the file cannot be written.
        CANNOT_WRITE,
        /// The path cannot be used.
        BAD_PATH,
        /// The store was written by a later version of Tokki.
        TOO_NEW,
        /// The object was deleted, or its token initialised anew, in the meantime; the store is well.
        GONE
    }

    /// @param problem what is wrong
    /// @param message the same for a person, with the file's name and what to do
    /// @param cause the cause underneath, or null
    public StorageException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /// {@return what is wrong}
    public Problem problem() {
        return problem;
    }
}
