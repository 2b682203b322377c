package dev.tokki.storage;

import dev.tokki.api.Bytes;

/// Reads a store from end to end when it is opened, and finds out whether it holds exactly what was last
/// committed.
///
/// The content of objects stays sealed; that it is the one last written is checked here, so that what opens
/// later is known to be intact.
final class Inspection {
    private final Backing backing;
    private final StoreKeys keys;
    private final Fingerprints fingerprints;
    private final Contents contents = new Contents();
    private final byte[] sum = Fingerprints.NONE.copy();

    private Inspection(Backing backing, StoreKeys keys, Fingerprints fingerprints) {
        this.backing = backing;
        this.keys = keys;
        this.fingerprints = fingerprints;
    }

    /// {@return what the store holds}
    ///
    /// @throws StorageException with [Problem#DAMAGED] if anything is not as it was written
    static Contents of(Backing backing, StoreKeys keys, Fingerprints fingerprints) {
        Inspection inspection = new Inspection(backing, keys, fingerprints);
        backing.tokens().forEach(inspection::take);
        backing.eachObject(inspection::take);
        if (!Bytes.of(inspection.sum).equals(backing.ledger().sum())) {
            throw inspection.damaged(
                    "its rows are not those last written: one was altered, exchanged, added, removed or put back");
        }
        return inspection.contents;
    }

    private void take(TokenRow row) {
        byte[] context = StoreKeys.stateContext(backing.storeId(), row.id(), row.slot(), row.version());
        TokenState state = Seal.open(keys.tokenState(), context, row.state().array())
                .map(TokenState::of)
                .orElseThrow(() -> damaged("the token in slot " + row.slot() + " is not as it was written"));
        Bytes fingerprint = fingerprints.of(row);
        Fingerprints.add(sum, fingerprint);
        contents.put(new Contents.Token(row, state, fingerprint));
    }

    private void take(ObjectRow row) {
        Bytes fingerprint = fingerprints.of(row);
        Fingerprints.add(sum, fingerprint);
        StoredObject object = new StoredObject(row.id(), row.isPrivate(), row.version());
        if (!contents.put(row.slot(), new Contents.Entry(object, fingerprint))) {
            throw damaged("object " + row.id() + " belongs to no token");
        }
    }

    private StorageException damaged(String what) {
        return Diagnosis.damaged(backing.name(), what);
    }
}
