package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;

/// A database in memory. It has no name, so that nobody else in this JVM can meet it, and goes with its one
/// connection.
final class MemoryBacking implements Backing {
    private final StoreKeys keys;

    MemoryBacking(StoreKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "the store in memory";
    }

    @Override
    public Rows open() throws SQLException {
        Connection connection = new Driver().connect("jdbc:h2:mem:;DB_CLOSE_ON_EXIT=FALSE", new Properties());
        Founding.found(connection, keys);
        return new Rows(connection);
    }

    @Override
    public void checkAge(Ledger ledger) {
        // There was nothing before.
    }

    @Override
    public void acknowledge(Ledger ledger, Durability durability) {
        // It lives as long as the process, and nobody can put an old one in its place.
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public StorageException explain(Exception cause) {
        return new StorageException(Problem.CANNOT_WRITE, "the store in memory failed: " + cause.getMessage(), cause);
    }

    @Override
    public void release() {
        // Nobody waits for it.
    }
}
