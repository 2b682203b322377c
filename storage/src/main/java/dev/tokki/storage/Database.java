package dev.tokki.storage;

import dev.tokki.api.Bytes;
import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;

/// The encrypted H2 database of a folder. Not for several threads at once.
///
/// It is read over a connection that cannot write, and written over one that is closed in order when the
/// changes are in, so that the file is always that of a database closed in order. This is not for tidiness: of
/// a file that was not, H2 (2.5.252) may find an older state than the last one committed and synced. Its store
/// header is written before the field it is made from is set, and so names the chunk before the last; if the
/// last is not where that chunk expects its successor, it is not found. Closing writes the header again. To be
/// sure, the file is opened again and asked for its ledger before anybody relies on it.
///
/// A connection breaks when a thread is interrupted while it reads, which closes the file underneath. So
/// reading that fails is done again on a new connection.
final class Database {
    private final StoreFolder folder;
    private final StoreKeys keys;
    private final char[] password;
    private final SecureRandom random = new SecureRandom();
    private Optional<Rows> reader = Optional.empty();
    private Optional<Home> home = Optional.empty();

    /// The store's own row.
    ///
    /// @param storeId the store's identity
    /// @param ledger the ledger of the last commit that is in the database
    record Home(Bytes storeId, Ledger ledger) {}

    /// Something read from the rows, if need be twice.
    interface Work<T> {
        T with(Rows rows) throws SQLException;
    }

    Database(StoreFolder folder, StoreKey key, StoreKeys keys) {
        this.folder = folder;
        this.keys = keys;
        this.password = HexFormat.of()
                .formatHex(Derivation.FILE_PASSWORD.from(key.bytes()))
                .toCharArray();
    }

    String name() {
        return folder.database().toString();
    }

    /// Makes the database, empty. It is put together under another name, so that under its own it is complete or
    /// absent.
    void found() {
        try {
            Files.deleteIfExists(folder.founding());
            try (Connection connection = connect(folder.foundingUrl())) {
                Founding.found(connection, keys);
            }
            Disk.moveDurably(folder.founding(), folder.database());
        } catch (SQLException | IOException e) {
            throw Diagnosis.of(name(), e);
        }
    }

    /// {@return the store's own row, as it is in the database}
    Home home() {
        read(rows -> true);
        return home.orElseThrow();
    }

    /// Reads something.
    <T> T read(Work<T> work) {
        boolean interrupted = Thread.interrupted();
        boolean wasOpen = reader.isPresent();
        try {
            try {
                return work.with(reader());
            } catch (SQLException | RuntimeException e) {
                close();
                boolean now = Thread.interrupted();
                interrupted |= now;
                if (e instanceof StorageException || !(wasOpen || now)) {
                    throw e;
                }
                return work.with(reader());
            }
        } catch (SQLException | RuntimeException e) {
            close();
            throw Diagnosis.of(name(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Writes changes and the ledger after them, all or none, through to the disk.
    void write(List<RowChange> changes, Ledger ledger) {
        Home before = home();
        close();
        boolean interrupted = Thread.interrupted();
        try {
            write(before, changes, ledger);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (home().ledger().generation() != ledger.generation()) {
            throw damaged("it did not keep what was written into it");
        }
    }

    private void write(Home before, List<RowChange> changes, Ledger ledger) {
        try (Rows rows = new Rows(connect(folder.databaseUrl()))) {
            boolean isThrough = false;
            try {
                for (RowChange change : changes) {
                    rows.apply(change);
                }
                rows.putLedger(ledger.seal(keys, before.storeId(), random));
                rows.commit();
                isThrough = true;
            } finally {
                if (!isThrough) {
                    rows.abandon();
                }
            }
        } catch (SQLException | RuntimeException e) {
            throw Diagnosis.of(name(), e);
        }
        try {
            Disk.sync(folder.database());
        } catch (IOException e) {
            throw Diagnosis.of(name(), e);
        }
    }

    /// Closes it; it opens again when it is next used.
    void close() {
        reader.ifPresent(Rows::abandon);
        reader = Optional.empty();
    }

    private Rows reader() throws SQLException {
        if (reader.isEmpty()) {
            reader = Optional.of(open());
        }
        return reader.get();
    }

    private Rows open() throws SQLException {
        DatabaseFile.check(folder.database(), password);
        if (!Files.isWritable(folder.database()) || !Files.isWritable(folder.path())) {
            throw new StorageException(
                    Problem.CANNOT_WRITE,
                    name() + " or its folder cannot be written; a store is never opened read-only",
                    null);
        }
        Connection connection = connect(folder.databaseUrl() + ";ACCESS_MODE_DATA=r");
        Rows rows = new Rows(connection);
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
            if (version < migrations.newest()) {
                rows.close();
                migrate(migrations, version);
                return open();
            }
            Home found = readHome(rows);
            if (home.isPresent()
                    && found.ledger().generation() < home.get().ledger().generation()) {
                throw damaged("it lost changes while it was open");
            }
            home = Optional.of(found);
            return rows;
        } catch (StorageException | SQLException e) {
            rows.abandon();
            throw e;
        }
    }

    private void migrate(Migrations migrations, int from) throws SQLException {
        try (Connection connection = connect(folder.databaseUrl())) {
            migrations.run(connection, from);
        }
    }

    private Home readHome(Rows rows) throws SQLException {
        Rows.StoreRow row = rows.store().orElseThrow(() -> damaged("its own row is missing"));
        Ledger ledger = Ledger.open(row.ledger(), keys, row.id())
                .orElseThrow(() -> damaged("its ledger was altered, or belongs to another store"));
        return new Home(row.id(), ledger);
    }

    private StorageException damaged(String what) {
        return Diagnosis.damaged(name(), what);
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
