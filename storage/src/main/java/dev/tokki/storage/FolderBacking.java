package dev.tokki.storage;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import org.h2.Driver;

/// A database in an encrypted file, with what belongs to it in one folder; this process has it alone.
final class FolderBacking implements Backing {
    private final StoreFolder folder;
    private final Ownership ownership;
    private final HighWaterMark mark;
    private final char[] password;

    /// Takes a folder whose lock is held.
    FolderBacking(StoreFolder folder, Ownership ownership, StoreKey key) {
        this.folder = folder;
        this.ownership = ownership;
        this.mark = new HighWaterMark(ownership.file(), folder.mark(), Derivation.HIGH_WATER_MARK.from(key.bytes()));
        this.password = HexFormat.of()
                .formatHex(Derivation.FILE_PASSWORD.from(key.bytes()))
                .toCharArray();
    }

    /// Makes the database, empty. It is put together under another name, so that under its own it is complete or
    /// absent.
    void found(StoreKeys keys) {
        Path draft = folder.founding();
        try {
            Files.deleteIfExists(draft);
            try (Connection connection = connect(folder.foundingUrl())) {
                Founding.found(connection, keys);
            }
            Disk.sync(draft);
            Files.move(draft, folder.database(), StandardCopyOption.ATOMIC_MOVE);
            Disk.syncFolder(folder.database());
            Files.deleteIfExists(folder.mark().resolveSibling("founding.trace.db"));
        } catch (SQLException | IOException e) {
            throw explain(e);
        }
    }

    @Override
    public String name() {
        return folder.database().toString();
    }

    @Override
    public Rows open() throws SQLException {
        DatabaseFile.check(folder.database(), password);
        if (!Files.isWritable(folder.database()) || !Files.isWritable(folder.path())) {
            throw new StorageException(
                    Problem.CANNOT_WRITE,
                    name() + " or its folder cannot be written; a store is never read-only",
                    null);
        }
        Connection connection = connect(folder.databaseUrl() + ";IFEXISTS=TRUE");
        try {
            Migrations migrations = Migrations.all();
            int version = migrations.version(connection);
            if (version == 0) {
                throw new StorageException(Problem.DAMAGED, name() + " is a database, but no store of Tokki's", null);
            }
            if (version > migrations.newest()) {
                throw new StorageException(
                        Problem.TOO_NEW, name() + " was written by a later version of Tokki; use that one", null);
            }
            migrations.run(connection, version);
            return new Rows(connection);
        } catch (StorageException | SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void checkAge(Ledger ledger) {
        try {
            mark.check(ledger.generation());
        } catch (IOException e) {
            throw explain(e);
        }
    }

    @Override
    public void acknowledge(Ledger ledger, Durability durability) {
        try {
            mark.reach(ledger.generation(), durability == Durability.SYNCED);
        } catch (IOException e) {
            throw explain(e);
        }
    }

    @Override
    public boolean isDurable() {
        return true;
    }

    @Override
    public StorageException explain(Exception cause) {
        return Diagnosis.of(name(), cause);
    }

    @Override
    public void release() {
        ownership.close();
    }

    private Connection connect(String url) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", "tokki");
        // H2 wants the file's password and the user's, with a space between; the user has none.
        char[] both = Arrays.copyOf(password, password.length + 1);
        both[password.length] = ' ';
        properties.put("password", both);
        return new Driver().connect(url, properties);
    }
}
