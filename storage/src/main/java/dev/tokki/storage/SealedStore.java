package dev.tokki.storage;

import dev.tokki.api.Bytes;
import dev.tokki.storage.StorageException.Problem;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A store over SQL tables in which everything is sealed.
///
/// The database has one connection, guarded by `lock`; whoever gets the lock writes the changes of all who wait
/// for it in one transaction. What is asked most, states and lists of objects, is answered from [Contents]
/// without the lock.
///
/// After a failure of the database (a full disk, a closed channel) the connection is given up; the next call
/// opens and checks the database again, so that memory and disk never differ for longer.
final class SealedStore implements TokenStore {
    private final Backing backing;
    private final StoreKeys keys;
    private final PinHardness hardness;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentLinkedQueue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final Contents contents = new Contents();
    private final AtomicLong lastNumber = new AtomicLong();
    private final Bytes id;

    // Written under lock.
    private Optional<Opened> opened;
    private volatile boolean closed;

    private SealedStore(Backing backing, StoreKeys keys, PinHardness hardness, Opened opened) {
        this.backing = backing;
        this.keys = keys;
        this.hardness = hardness;
        this.id = opened.storeId();
        this.opened = Optional.empty();
        adopt(opened);
    }

    /// Opens and checks a store; releases the backing if that fails.
    static SealedStore open(Backing backing, StoreKeys keys, PinHardness hardness) {
        try {
            return new SealedStore(backing, keys, hardness, load(backing, keys));
        } catch (StorageException e) {
            backing.release();
            throw e;
        }
    }

    @Override
    public List<StoredToken> tokens() {
        return contents().tokens().stream()
                .<StoredToken>map(row -> new SealedToken(this, row.slot(), row.id()))
                .toList();
    }

    @Override
    public StoredToken initialise(long slot, TokenState state, byte[] soPin) {
        Bytes tokenId = randomBytes(16);
        byte[] masterKey = randomBytes(32).array();
        try {
            WrappedKey wrapped = wrap(masterKey, soPin, tokenId, Role.SO);
            submit(List.of(new Step.Initialise(slot, tokenId, state, wrapped)), Durability.SYNCED);
        } finally {
            Arrays.fill(masterKey, (byte) 0);
        }
        return new SealedToken(this, slot, tokenId);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            if (opened.isPresent()) {
                opened.get().rows().close();
                backing.acknowledge(opened.get().ledger(), Durability.SYNCED);
            }
        } catch (SQLException e) {
            throw backing.explain(e);
        } finally {
            opened = Optional.empty();
            backing.release();
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return backing.name();
    }

    Bytes id() {
        return id;
    }

    /// {@return what the store holds; refused once it is closed}
    Contents contents() {
        checkOpen();
        return contents;
    }

    /// {@return a number never used before, for an object or a version}
    long nextNumber() {
        return lastNumber.incrementAndGet();
    }

    Bytes seal(byte[] key, byte[] context, byte[] content) {
        return Bytes.of(Seal.close(key, context, content, random));
    }

    WrappedKey wrap(byte[] masterKey, byte[] pin, Bytes tokenId, Role role) {
        return WrappedKey.wrap(masterKey, pin, hardness, tokenId.array(), role, random);
    }

    /// {@return the key under which content is sealed}
    byte[] contentKey(Bytes tokenId, boolean isPrivate, @Nullable MasterKey key) {
        if (!isPrivate) {
            return keys.publicObjects();
        }
        if (key == null) {
            throw new IllegalArgumentException("a private object needs the opened master key");
        }
        checkKey(tokenId, key);
        return key.contentKey();
    }

    static void checkKey(Bytes tokenId, MasterKey key) {
        if (!key.opens(tokenId.array())) {
            throw new IllegalArgumentException("this master key belongs to another token");
        }
    }

    /// {@return an object's row}
    ObjectRow read(long slot, long objectId) {
        return withRows(rows -> {
            boolean isThere = contents.object(slot, objectId).isPresent();
            if (!isThere) {
                throw new StorageException(Problem.GONE, "object " + objectId + " was deleted in the meantime", null);
            }
            return rows.object(objectId)
                    .orElseThrow(() -> new StorageException(
                            Problem.DAMAGED,
                            backing.name() + " was altered outside of Tokki: object " + objectId + " is missing",
                            null));
        });
    }

    /// {@return the rows of all public or all private objects of a token}
    List<ObjectRow> readAll(long slot, boolean isPrivate) {
        return withRows(rows -> rows.objects(slot, isPrivate));
    }

    /// Commits steps, together with those of other threads that wait; returns when they are committed.
    void submit(List<Step> steps, Durability durability) {
        Pending pending = new Pending(steps, durability);
        waiting.add(pending);
        lock.lock();
        try {
            if (!pending.isDone()) {
                writeWaiting();
            }
        } finally {
            lock.unlock();
        }
        pending.rethrow();
    }

    private void writeWaiting() {
        List<Pending> batch = new ArrayList<>();
        for (Pending next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        try {
            withRows(rows -> write(rows, batch));
        } catch (RuntimeException | Error e) {
            batch.stream().filter(pending -> !pending.isDone()).forEach(pending -> pending.fail(e));
        }
    }

    /// Commits the changes of a batch that can be done. Changes that cannot, such as of an object that is gone,
    /// fail for themselves; all others succeed or fail together.
    private List<Pending> write(Rows rows, List<Pending> batch) throws SQLException {
        Opened now = opened.orElseThrow();
        Transaction transaction =
                new Transaction(rows, contents, now.ledger().sum(), now.fingerprints(), this::sealState);
        List<Pending> written = new ArrayList<>();
        boolean isThrough = false;
        try {
            for (Pending pending : batch) {
                try {
                    transaction.check(pending.steps());
                } catch (StorageException e) {
                    pending.fail(e);
                    continue;
                }
                transaction.write(pending.steps());
                written.add(pending);
            }
            if (!written.isEmpty()) {
                commit(rows, now, transaction.sum(), written);
                transaction.publish();
                written.forEach(Pending::succeed);
            }
            isThrough = true;
            return written;
        } finally {
            if (!isThrough) {
                giveUp(rows);
            }
        }
    }

    private void commit(Rows rows, Opened now, Bytes sum, List<Pending> written) throws SQLException {
        Ledger ledger = new Ledger(now.ledger().generation() + 1, lastNumber.get(), sum);
        rows.putLedger(ledger.seal(keys, id, random));
        rows.commit();
        Durability durability = written.stream().anyMatch(Pending::isSynced) ? Durability.SYNCED : Durability.COMMITTED;
        if (durability == Durability.SYNCED && backing.isDurable()) {
            rows.sync();
        }
        backing.acknowledge(ledger, durability);
        opened = Optional.of(now.with(ledger));
    }

    /// After a failure: back to what is committed, by opening it again where it lies on a disk.
    private void giveUp(Rows rows) {
        if (backing.isDurable()) {
            rows.abandon();
            opened = Optional.empty();
        } else {
            rows.rollback();
        }
    }

    private TokenRow sealState(TokenRow row, TokenState state) {
        long version = nextNumber();
        byte[] context = StoreKeys.stateContext(id, row.id(), row.slot(), version);
        return row.withState(version, seal(keys.tokenState(), context, state.toBytes()));
    }

    /// Something done with the database.
    private interface Work<T> {
        T with(Rows rows) throws SQLException;
    }

    private <T> T withRows(Work<T> work) {
        lock.lock();
        try {
            checkOpen();
            if (opened.isEmpty()) {
                adopt(load(backing, keys));
            }
            return work.with(opened.orElseThrow().rows());
        } catch (SQLException e) {
            opened.ifPresent(broken -> giveUp(broken.rows()));
            throw backing.explain(e);
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(backing.name() + " is closed");
        }
    }

    private void adopt(Opened fresh) {
        opened = Optional.of(fresh);
        contents.replaceBy(fresh.contents());
        lastNumber.accumulateAndGet(fresh.ledger().lastNumber(), Math::max);
    }

    private static Opened load(Backing backing, StoreKeys keys) {
        try {
            Rows rows = backing.open();
            try {
                Opened fresh = Opened.check(rows, keys, backing.name());
                backing.checkAge(fresh.ledger());
                return fresh;
            } catch (StorageException | SQLException e) {
                rows.abandon();
                throw e;
            }
        } catch (SQLException e) {
            throw backing.explain(e);
        }
    }

    private Bytes randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
