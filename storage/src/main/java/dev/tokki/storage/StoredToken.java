package dev.tokki.storage;

import java.util.List;
import java.util.Optional;

/// One token of a [TokenStore].
public interface StoredToken {
    /// {@return the slot's number}
    long slot();

    /// {@return the public state as last written}
    TokenState state();

    /// Writes the public state.
    void update(TokenState state, Durability durability);

    /// {@return whether a role has a PIN}
    boolean hasPin(Role role);

    /// Tries a PIN; a wrong one changes nothing here (counting is the engine's).
    ///
    /// @param pin the PIN, UTF-8; not kept
    /// @return the opened master key, or nothing if the PIN is wrong or the role has none
    Optional<MasterKey> open(Role role, byte[] pin);

    /// Sets or changes a PIN: the master key is wrapped anew under a key derived from it.
    void setPin(Role role, byte[] newPin, MasterKey key);

    /// {@return all objects; the sealed part of private ones stays sealed}
    List<StoredObject> objects();

    /// Stores an object; the attributes are sealed as [StoredObject] says.
    ///
    /// @param key the opened master key; needed for private objects, may be null for public ones
    /// @return the object with its identifier
    StoredObject insert(NewObject object, @org.jspecify.annotations.Nullable MasterKey key);

    /// Replaces an object's content.
    void update(
            StoredObject object,
            NewObject content,
            @org.jspecify.annotations.Nullable MasterKey key,
            Durability durability);

    /// Removes an object; one already gone is fine.
    void delete(StoredObject object);

    /// {@return the content of an object}
    ///
    /// @param key the opened master key; needed for private objects
    /// @throws StorageException if what is stored was altered
    byte[] unseal(StoredObject object, @org.jspecify.annotations.Nullable MasterKey key);
}
