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

/// The encrypted H2 database of a folder: one connection, opened again when it broke. Not for several threads
/// at once.
///
/// It breaks when the disk is full, and when a thread is interrupted while it reads or writes, which closes the
/// file underneath. So work that fails is done again on a new connection.
final class Database {
    private final StoreFolder folder;
    private final StoreKeys keys;
    private final char[] password;
    private final SecureRandom random = new SecureRandom();
    private Optional<Rows> open = Optional.empty();
    private Optional<Home> home = Optional.empty();

    /// The store's own row.
    ///
    /// @param storeId the store's identity
    /// @param ledger the ledger of the last commit that is in the database
    record Home(Bytes storeId, Ledger ledger) {}

    /// Something done with the rows that may be done twice.
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
        use(rows -> true);
        return home.orElseThrow();
    }

    /// Does something that only reads.
    <T> T use(Work<T> work) {
        boolean interrupted = Thread.interrupted();
        boolean wasOpen = open.isPresent();
        try {
            try {
                return work.with(rows());
            } catch (SQLException | RuntimeException e) {
                abandon();
                boolean now = Thread.interrupted();
                interrupted |= now;
                if (e instanceof StorageException || !(wasOpen || now)) {
                    throw e;
                }
                return work.with(rows());
            }
        } catch (SQLException | RuntimeException e) {
            abandon();
            throw Diagnosis.of(name(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Writes changes and the ledger after them in one transaction, through to the disk.
    void write(List<RowChange> changes, Ledger ledger) {
        Bytes storeId = home().storeId();
        Bytes sealed = ledger.seal(keys, storeId, random);
        use(rows -> {
            for (RowChange change : changes) {
                rows.apply(change);
            }
            rows.putLedger(sealed);
            rows.commit();
            rows.sync();
            return true;
        });
        home = Optional.of(new Home(storeId, ledger));
    }

    /// Closes it in order.
    void close() {
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (SQLException e) {
            throw Diagnosis.of(name(), e);
        } finally {
            open = Optional.empty();
        }
    }

    /// Gives the connection up and leaves the file as it is.
    void abandon() {
        open.ifPresent(Rows::abandon);
        open = Optional.empty();
    }

    private Rows rows() throws SQLException {
        if (open.isEmpty()) {
            open = Optional.of(open());
        }
        return open.get();
    }

    private Rows open() throws SQLException {
        DatabaseFile.check(folder.database(), password);
        if (!Files.isWritable(folder.database()) || !Files.isWritable(folder.path())) {
            throw new StorageException(
                    Problem.CANNOT_WRITE,
                    name() + " or its folder cannot be written; a store is never opened read-only",
                    null);
        }
        Connection connection = connect(folder.databaseUrl() + ";IFEXISTS=TRUE");
        Rows rows = new Rows(connection);
        try {
            migrate(connection);
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

    private void migrate(Connection connection) throws SQLException {
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
