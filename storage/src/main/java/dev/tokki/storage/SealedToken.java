package dev.tokki.storage;

import dev.tokki.api.Bytes;
import dev.tokki.storage.StorageException.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A token of a [SealedStore]; knows where to look, holds nothing itself.
final class SealedToken implements StoredToken {
    private final SealedStore store;
    private final long slot;
    private final Bytes id;

    SealedToken(SealedStore store, long slot, Bytes id) {
        this.store = store;
        this.slot = slot;
        this.id = id;
    }

    @Override
    public long slot() {
        return slot;
    }

    @Override
    public TokenState state() {
        return current().state();
    }

    @Override
    public byte[] ownKey() {
        return store.ownKey(id);
    }

    @Override
    public boolean hasPin(Role role) {
        return !current().row().pin(role).isNull();
    }

    @Override
    public Optional<MasterKey> open(Role role, byte[] pin) {
        Bytes wrapped = current().row().pin(role);
        return wrapped.isNull()
                ? Optional.empty()
                : new WrappedKey(wrapped).open(pin, id.array(), role.name()).map(key -> new MasterKey(id.array(), key));
    }

    @Override
    public Optional<MasterKey> open(NamedUser user, byte[] pin) {
        return new WrappedKey(user.wrapped())
                .open(pin, id.array(), owner(user.name()))
                .map(key -> new MasterKey(id.array(), key));
    }

    @Override
    public NamedUser user(String name, byte[] pin, MasterKey key) {
        SealedStore.checkKey(id, key);
        return new NamedUser(name, store.wrap(key.bytes(), pin, id, owner(name)).bytes(), 0);
    }

    /// No role has such a name.
    private static String owner(String name) {
        return "user " + name;
    }

    @Override
    public List<StoredObject> objects() {
        current();
        return store.contents().objects(slot).stream()
                .map(Contents.Entry::object)
                .toList();
    }

    @Override
    public byte[] unseal(StoredObject object, @Nullable MasterKey key) {
        current();
        ObjectRow row = store.read(slot, object.id());
        return unseal(row, store.contentKey(id, row.isPrivate(), key));
    }

    @Override
    public void unsealAll(boolean isPrivate, @Nullable MasterKey key, BiConsumer<StoredObject, byte[]> reader) {
        current();
        byte[] contentKey = store.contentKey(id, isPrivate, key);
        for (ObjectRow row : store.readAll(slot, isPrivate)) {
            reader.accept(new StoredObject(row.id(), row.isPrivate(), row.version()), unseal(row, contentKey));
        }
    }

    @Override
    public void change(Durability durability, Consumer<Change> steps) {
        Draft draft = new Draft(store, slot, id);
        steps.accept(draft);
        store.submit(draft.steps(), durability);
    }

    @Override
    public String toString() {
        return "token in slot " + slot;
    }

    private byte[] unseal(ObjectRow row, byte[] contentKey) {
        byte[] context = StoreKeys.objectContext(store.id(), id, row.id(), row.version(), row.isPrivate());
        return Seal.open(contentKey, context, row.sealed().array())
                .orElseThrow(() -> new StorageException(
                        Problem.DAMAGED,
                        "object " + row.id() + " in slot " + slot + " was altered outside of Tokki, or is damaged;"
                                + " restore the store from a backup, or delete the object",
                        null));
    }

    private Contents.Token current() {
        return store.contents()
                .token(slot, id)
                .orElseThrow(() -> new StorageException(
                        Problem.GONE, "the token in slot " + slot + " was initialised anew in the meantime", null));
    }
}
