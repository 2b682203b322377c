package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Change] being put together: seals what is given and remembers the steps. Runs in its caller's thread and
/// holds no lock, since a PIN takes its time.
final class Draft implements Change {
    private final SealedStore store;
    private final long slot;
    private final Bytes tokenId;
    private final List<Step> steps = new ArrayList<>();

    Draft(SealedStore store, long slot, Bytes tokenId) {
        this.store = store;
        this.slot = slot;
        this.tokenId = tokenId;
    }

    List<Step> steps() {
        return steps;
    }

    @Override
    public void state(TokenState state) {
        steps.add(new Step.SetState(slot, tokenId, state));
    }

    @Override
    public void pin(Role role, byte[] newPin, MasterKey key) {
        SealedStore.checkKey(tokenId, key);
        steps.add(new Step.SetPin(slot, tokenId, role, store.wrap(key.bytes(), newPin, tokenId, role)));
    }

    @Override
    public StoredObject insert(NewObject object, @Nullable MasterKey key) {
        ObjectRow row = seal(store.nextNumber(), object, key);
        steps.add(new Step.Insert(tokenId, row));
        return new StoredObject(row.id(), row.isPrivate(), row.version());
    }

    @Override
    public StoredObject update(StoredObject object, NewObject content, @Nullable MasterKey key) {
        ObjectRow row = seal(object.id(), content, key);
        steps.add(new Step.Replace(tokenId, row));
        return new StoredObject(row.id(), row.isPrivate(), row.version());
    }

    @Override
    public void delete(StoredObject object) {
        steps.add(new Step.Remove(slot, tokenId, object.id()));
    }

    private ObjectRow seal(long id, NewObject object, @Nullable MasterKey key) {
        long version = store.nextNumber();
        byte[] contentKey = store.contentKey(tokenId, object.isPrivate(), key);
        byte[] context = StoreKeys.objectContext(store.id(), tokenId, id, version, object.isPrivate());
        return new ObjectRow(id, slot, object.isPrivate(), version, store.seal(contentKey, context, object.content()));
    }
}
