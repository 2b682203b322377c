package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Rows in a folder: an encrypted database, and in front of it a [Journal].
///
/// A commit is acknowledged when it is in the journal. From time to time, and when the store is closed, what
/// the journal has is brought into the database in one transaction. Until then it is also in an [Overlay], from
/// which it is read.
final class FolderBacking implements Backing {
    /// When the journal is this long it is brought into the database: some thousand objects.
    private static final long ENOUGH = 4L << 20;

    /// When it is this long and the database could not be written, that is said to those who want to write more.
    private static final long TOO_MUCH = 256L << 20;

    private static final Logger LOG = System.getLogger(FolderBacking.class.getName());

    private final StoreFolder folder;
    private final Ownership ownership;
    private final Database database;
    private final HighWaterMark mark;
    private final Journal journal;
    private final Overlay overlay = new Overlay();
    private Ledger ledger;
    private long settleAt = ENOUGH;

    private FolderBacking(
            StoreFolder folder, Ownership ownership, Database database, HighWaterMark mark, Journal journal) {
        this.folder = folder;
        this.ownership = ownership;
        this.database = database;
        this.mark = mark;
        this.journal = journal;
        this.ledger = database.home().ledger();
    }

    /// Opens a folder with a database in it and reads the journal.
    ///
    /// @param ownership of the folder; given back when this is closed, not if it throws
    /// @throws StorageException if it cannot be opened, or something acknowledged is missing
    static FolderBacking open(StoreFolder folder, Ownership ownership, StoreKey key, StoreKeys keys) {
        Database database = new Database(folder, key, keys);
        try {
            HighWaterMark mark =
                    new HighWaterMark(ownership.file(), folder.mark(), Derivation.HIGH_WATER_MARK.from(key.bytes()));
            Journal journal = Journal.open(
                    folder.journal(),
                    Derivation.JOURNAL.from(key.bytes()),
                    database.home().storeId());
            FolderBacking backing = new FolderBacking(folder, ownership, database, mark, journal);
            backing.readJournal();
            return backing;
        } catch (IOException e) {
            database.close();
            throw Diagnosis.of(folder.journal().toString(), e);
        } catch (StorageException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return folder.path().toString();
    }

    @Override
    public Bytes storeId() {
        return database.home().storeId();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public List<TokenRow> tokens() {
        return overlay.tokensOver(database.read(Rows::tokens));
    }

    @Override
    public void eachObject(Consumer<ObjectRow> reader) {
        database.read(Rows::objects).stream().filter(row -> !overlay.hides(row)).forEach(reader);
        overlay.objects().forEach(reader);
    }

    @Override
    public Optional<ObjectRow> object(long id) {
        return overlay.object(id)
                .orElseGet(() -> database.read(rows -> rows.object(id)).filter(row -> !overlay.hides(row)));
    }

    @Override
    public List<ObjectRow> objects(long slot, boolean isPrivate) {
        List<ObjectRow> found = new ArrayList<>(database.read(rows -> rows.objects(slot, isPrivate)));
        found.removeIf(overlay::hides);
        overlay.objects()
                .filter(row -> row.slot() == slot && row.isPrivate() == isPrivate)
                .forEach(found::add);
        found.sort(Comparator.comparingLong(ObjectRow::id));
        return found;
    }

    @Override
    public void append(Commit commit, Durability durability) {
        if (journal.length() > TOO_MUCH) {
            settle();
        }
        boolean isSynced = durability == Durability.SYNCED;
        try {
            journal.append(commit, isSynced);
        } catch (IOException e) {
            throw Diagnosis.of(folder.journal().toString(), e);
        }
        overlay.apply(commit);
        ledger = commit.ledger();
        reachMark(isSynced);
        if (journal.length() > settleAt) {
            trySettle();
        }
    }

    @Override
    public void close() {
        try {
            trySettle();
            database.close();
            journal.close();
        } catch (StorageException | IOException e) {
            LOG.log(Level.WARNING, () -> name() + " was not closed in order; nothing acknowledged is lost", e);
        } finally {
            ownership.close();
        }
    }

    /// Closes it as it is, with nothing written.
    void abandon() {
        database.close();
        try {
            journal.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "closing an abandoned journal", e);
        }
        ownership.close();
    }

    /// Brings what the journal has into the database. Waits with what fails: it is safe where it is.
    void trySettle() {
        try {
            settle();
        } catch (StorageException e) {
            settleAt = journal.length() + ENOUGH;
            LOG.log(Level.WARNING, () -> name() + " keeps its latest changes in the journal: " + e.getMessage());
        }
    }

    private void settle() {
        if (!overlay.isEmpty()) {
            database.write(overlay.changes(), ledger);
            overlay.clear();
            journal.restart();
            settleAt = ENOUGH;
            reachMark(true);
        }
    }

    private void readJournal() throws IOException {
        for (Commit commit : journal.readAfter(ledger.generation())) {
            if (commit.ledger().generation() != ledger.generation() + 1) {
                throw Diagnosis.damaged(name(), "the database is older than its journal");
            }
            overlay.apply(commit);
            ledger = commit.ledger();
        }
        mark.check(ledger.generation());
    }

    /// The mark follows what is safe already, so that it cannot be written is a pity and no failure.
    private void reachMark(boolean isSynced) {
        try {
            mark.reach(ledger.generation(), isSynced);
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "cannot write " + folder.mark(), e);
        }
    }
}
