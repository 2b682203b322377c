package dev.tokki.storage;

import dev.tokki.api.Bytes;
import dev.tokki.storage.StorageException.Problem;
import java.sql.SQLException;

/// A database just opened, read once from end to end and found to hold exactly what was last committed.
///
/// @param rows the database
/// @param storeId 16 random bytes, the store's own
/// @param ledger the ledger as it lies there
/// @param fingerprints makes fingerprints of this store's rows
/// @param contents what it holds
record Opened(Rows rows, Bytes storeId, Ledger ledger, Fingerprints fingerprints, Contents contents) {
    /// Reads and checks everything but the content of objects, which is sealed and checked when it is read;
    /// that it is the content last written is checked here.
    ///
    /// @throws StorageException with [Problem#DAMAGED] if anything is not as it was written
    static Opened check(Rows rows, StoreKeys keys, String name) throws SQLException {
        Rows.StoreRow store = rows.store().orElseThrow(() -> damaged(name, "its own row is missing"));
        Bytes id = store.id();
        Ledger ledger = Ledger.open(store.ledger(), keys, id)
                .orElseThrow(() -> damaged(name, "its ledger was altered, or belongs to another store"));
        Fingerprints fingerprints = new Fingerprints(keys.fingerprints(), id);
        Opened opened = new Opened(rows, id, ledger, fingerprints, new Contents());
        Bytes sum = opened.readObjects(name, opened.readTokens(keys, name));
        if (!sum.equals(ledger.sum())) {
            throw damaged(
                    name,
                    "its rows are not those last written: one was altered, exchanged, added, removed or put back");
        }
        return opened;
    }

    /// {@return the same after a commit}
    Opened with(Ledger committed) {
        return new Opened(rows, storeId, committed, fingerprints, contents);
    }

    private Bytes readTokens(StoreKeys keys, String name) throws SQLException {
        Bytes sum = Fingerprints.NONE;
        for (TokenRow row : rows.tokens()) {
            Bytes fingerprint = fingerprints.of(row);
            byte[] context = StoreKeys.stateContext(storeId, row.id(), row.slot(), row.version());
            TokenState state = Seal.open(keys.tokenState(), context, row.state().array())
                    .map(TokenState::of)
                    .orElseThrow(() -> damaged(name, "the token in slot " + row.slot() + " was altered"));
            contents.put(new Contents.Token(row, state, fingerprint));
            sum = Fingerprints.combine(sum, fingerprint);
        }
        return sum;
    }

    private Bytes readObjects(String name, Bytes tokens) throws SQLException {
        byte[] sum = tokens.copy();
        rows.eachObject(row -> {
            Bytes fingerprint = fingerprints.of(row);
            StoredObject object = new StoredObject(row.id(), row.isPrivate(), row.version());
            if (!contents.put(row.slot(), new Contents.Entry(object, fingerprint))) {
                throw damaged(name, "object " + row.id() + " belongs to no token");
            }
            Fingerprints.add(sum, fingerprint);
        });
        return Bytes.of(sum);
    }

    private static StorageException damaged(String name, String what) {
        return new StorageException(
                Problem.DAMAGED,
                name + " was altered outside of Tokki, or is damaged: " + what + "; restore it from a backup",
                null);
    }
}
