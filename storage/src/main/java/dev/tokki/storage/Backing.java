package dev.tokki.storage;

import java.sql.SQLException;

/// What a store stands on: a database in memory, or a folder of files.
interface Backing {
    /// {@return the store's name in messages}
    String name();

    /// Opens the database, which must be of the current schema.
    ///
    /// @throws StorageException if it cannot be opened; the message says why
    Rows open() throws SQLException;

    /// Finds out whether a database that was just opened is as new as what was acknowledged.
    ///
    /// @throws StorageException with [StorageException.Problem#DAMAGED] if it is older
    void checkAge(Ledger ledger);

    /// Notes what is about to be acknowledged.
    void acknowledge(Ledger ledger, Durability durability);

    /// {@return whether there is a disk to write through to}
    boolean isDurable();

    /// {@return what went wrong, for a person}
    StorageException explain(Exception cause);

    /// Lets others open it.
    void release();
}
