package dev.tokki.storage;

import dev.tokki.api.Bytes;
import dev.tokki.storage.StorageException.Problem;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A store in which everything is sealed and nothing is changed unnoticed, over any [Backing].
///
/// The backing is guarded by `lock`; whoever gets it commits the changes of all who wait for it at once. What
/// is asked most, states and lists of objects, is answered from [Contents] without the lock.
final class SealedStore implements TokenStore {
    private final Backing backing;
    private final StoreKeys keys;
    private final PinHardness hardness;
    private final Bytes id;
    private final Contents contents;
    private final AtomicLong lastNumber;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final ConcurrentLinkedQueue<Pending> waiting = new ConcurrentLinkedQueue<>();

    // Used under lock.
    private final Fingerprints fingerprints;
    private volatile boolean closed;

    private SealedStore(Backing backing, StoreKeys keys, PinHardness hardness) {
        this.backing = backing;
        this.keys = keys;
        this.hardness = hardness;
        this.id = backing.storeId();
        this.lastNumber = new AtomicLong(backing.ledger().lastNumber());
        this.fingerprints = new Fingerprints(keys.fingerprints(), id);
        this.contents = Inspection.of(backing, keys, fingerprints);
    }

    /// Takes a backing and checks it; the store closes it in the end, not if this throws.
    ///
    /// @param keys the same that all its rows were written with
    /// @param hardness the hardness of PINs set from now on
    static SealedStore open(Backing backing, StoreKeys keys, PinHardness hardness) {
        return new SealedStore(backing, keys, hardness);
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
            if (!closed) {
                closed = true;
                backing.close();
            }
        } finally {
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
        return wrap(masterKey, pin, tokenId, role.name());
    }

    /// {@return a master key wrapped under a PIN}
    ///
    /// @param owner whose PIN it is
    WrappedKey wrap(byte[] masterKey, byte[] pin, Bytes tokenId, String owner) {
        return WrappedKey.wrap(masterKey, pin, hardness, tokenId.array(), owner, random);
    }

    /// {@return the key of what a token gives out and takes back}
    byte[] ownKey(Bytes tokenId) {
        return keys.ownOf(tokenId);
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
        lock.lock();
        try {
            if (contents().object(slot, objectId).isEmpty()) {
                throw new StorageException(Problem.GONE, "object " + objectId + " was deleted in the meantime", null);
            }
            return backing.object(objectId)
                    .orElseThrow(() -> Diagnosis.damaged(backing.name(), "object " + objectId + " is missing"));
        } finally {
            lock.unlock();
        }
    }

    /// {@return the rows of all public or all private objects of a token}
    List<ObjectRow> readAll(long slot, boolean isPrivate) {
        lock.lock();
        try {
            checkOpen();
            return backing.objects(slot, isPrivate);
        } finally {
            lock.unlock();
        }
    }

    /// Commits steps, together with those of other threads that wait; returns when they are committed.
    void submit(List<Step> steps, Durability durability) {
        Pending pending = new Pending(steps, durability);
        waiting.add(pending);
        lock.lock();
        try {
            if (!pending.isDone()) {
                commitWaiting();
            }
        } finally {
            lock.unlock();
        }
        pending.rethrow();
    }

    private void commitWaiting() {
        List<Pending> batch = new ArrayList<>();
        for (Pending next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        try {
            checkOpen();
            commit(batch);
        } catch (RuntimeException | Error e) {
            batch.stream().filter(pending -> !pending.isDone()).forEach(pending -> pending.fail(e));
        }
    }

    /// Commits the changes of a batch that can be done. One that cannot, such as of an object that is gone,
    /// fails for itself; all others succeed or fail together.
    private void commit(List<Pending> batch) {
        Transaction transaction = new Transaction(contents, backing.ledger().sum(), fingerprints, this::sealState);
        List<Pending> taken = new ArrayList<>();
        for (Pending pending : batch) {
            try {
                transaction.check(pending.steps());
                transaction.add(pending.steps());
                taken.add(pending);
            } catch (StorageException e) {
                pending.fail(e);
            }
        }
        if (!transaction.changes().isEmpty()) {
            Ledger ledger = new Ledger(backing.ledger().generation() + 1, lastNumber.get(), transaction.sum());
            backing.append(
                    new Commit(ledger, transaction.changes()),
                    taken.stream().anyMatch(Pending::isSynced) ? Durability.SYNCED : Durability.COMMITTED);
            transaction.publish();
        }
        taken.forEach(Pending::succeed);
    }

    private TokenRow sealState(TokenRow row, TokenState state) {
        long version = nextNumber();
        byte[] context = StoreKeys.stateContext(id, row.id(), row.slot(), version);
        return row.withState(version, seal(keys.tokenState(), context, state.toBytes()));
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException(backing.name() + " is closed");
        }
    }

    private Bytes randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
