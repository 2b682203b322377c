package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where a store keeps its rows: in memory, or in a folder. Knows nothing of what they mean. Not for several
/// threads at once.
///
/// Every method may throw [StorageException].
interface Backing extends AutoCloseable {
    /// {@return the store's name in messages}
    String name();

    /// {@return 16 random bytes, the store's own}
    Bytes storeId();

    /// {@return the ledger of the last commit}
    Ledger ledger();

    List<TokenRow> tokens();

    void eachObject(Consumer<ObjectRow> reader);

    Optional<ObjectRow> object(long id);

    /// {@return all public or all private objects of a slot, in the order of their identifiers}
    List<ObjectRow> objects(long slot, boolean isPrivate);

    /// Makes a commit last; returns when it does. If it throws, nothing has changed.
    void append(Commit commit, Durability durability);

    /// Closes it and lets others open it. Never fails: what was acknowledged is safe already.
    @Override
    void close();
}
