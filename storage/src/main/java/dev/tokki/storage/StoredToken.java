package dev.tokki.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One token of a [TokenStore].
///
/// A token that was initialised anew is another token: what is then asked of the old one fails with
/// [StorageException.Problem#GONE]. Every method may throw [StorageException].
public interface StoredToken {
    /// {@return the slot's number}
    long slot();

    /// {@return the public state as last written}
    TokenState state();

    /// {@return 32 bytes for sealing what the token gives out and takes back: the same as long as the token is not
    /// initialised anew, and no other token's}
    byte[] ownKey();

    /// {@return whether a role has a PIN}
    boolean hasPin(Role role);

    /// Tries a PIN; a wrong one changes nothing here (counting is the engine's). Takes as long as [PinHardness]
    /// says.
    ///
    /// @param pin the PIN, UTF-8; not kept
    /// @return the opened master key, or nothing if the PIN is wrong or the role has none
    Optional<MasterKey> open(Role role, byte[] pin);

    /// Tries the PIN of a user with a name; a wrong one changes nothing here.
    ///
    /// @return the opened master key, or nothing if the PIN is wrong
    Optional<MasterKey> open(NamedUser user, byte[] pin);

    /// {@return a user with a name and a PIN, to be written with [TokenState#withUsers]}
    ///
    /// @param pin the PIN, UTF-8; not kept
    NamedUser user(String name, byte[] pin, MasterKey key);

    /// {@return all objects in the order in which they were stored; the sealed part of private ones stays sealed}
    List<StoredObject> objects();

    /// {@return the content of an object, as it is now}
    ///
    /// @param key the opened master key; needed for private objects
    /// @throws StorageException if the object is gone, or what is stored was altered
    byte[] unseal(StoredObject object, @Nullable MasterKey key);

    /// Reads all public objects, or all private ones, in one go; for thousands of objects much faster than one
    /// by one.
    ///
    /// @param isPrivate which
    /// @param key the opened master key; needed for private objects
    /// @param reader called with each object and its content, in the order in which they were stored
    void unsealAll(boolean isPrivate, @Nullable MasterKey key, BiConsumer<StoredObject, byte[]> reader);

    /// Does several changes in one transaction: all or none of them are there afterwards, whatever happens.
    ///
    /// @param steps asks for the changes; if it throws, nothing happens
    void change(Durability durability, Consumer<Change> steps);

    /// Writes the public state.
    default void update(TokenState state, Durability durability) {
        change(durability, change -> change.state(state));
    }

    /// Sets or changes a PIN: the master key is wrapped anew under a key derived from it.
    ///
    /// @param newPin the PIN, UTF-8; not kept
    default void setPin(Role role, byte[] newPin, MasterKey key) {
        change(Durability.SYNCED, change -> change.pin(role, newPin, key));
    }

    /// Stores an object.
    ///
    /// @param key the opened master key; needed for private objects, may be null for public ones
    /// @return the object with its identifier
    default StoredObject insert(NewObject object, @Nullable MasterKey key) {
        return insertAll(List.of(object), key).getFirst();
    }

    /// Stores several objects, all or none.
    ///
    /// @param key the opened master key; needed for private objects, may be null if all are public
    /// @return the objects with their identifiers, in the same order
    default List<StoredObject> insertAll(List<NewObject> objects, @Nullable MasterKey key) {
        List<StoredObject> stored = new ArrayList<>(objects.size());
        change(Durability.COMMITTED, change -> objects.forEach(object -> stored.add(change.insert(object, key))));
        return List.copyOf(stored);
    }

    /// Replaces an object's content.
    ///
    /// @param key the opened master key; needed when the new content is private
    /// @return the object with its new version
    default StoredObject update(
            StoredObject object, NewObject content, @Nullable MasterKey key, Durability durability) {
        List<StoredObject> stored = new ArrayList<>(1);
        change(durability, change -> stored.add(change.update(object, content, key)));
        return stored.getFirst();
    }

    /// Removes an object; one already gone is fine.
    default void delete(StoredObject object) {
        change(Durability.COMMITTED, change -> change.delete(object));
    }
}
