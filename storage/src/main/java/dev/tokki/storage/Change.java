package dev.tokki.storage;

import org.jspecify.annotations.Nullable;

/// Several changes of one token that happen together or not at all. Handed out by [StoredToken#change];
/// collects what is asked for and is of no use afterwards. What it does is seen by nobody, and by no read,
/// before it is committed.
public interface Change {
    /// Writes the public state.
    void state(TokenState state);

    /// Sets or changes a PIN: the master key is wrapped anew under a key derived from it. Takes as long as
    /// [PinHardness] says.
    ///
    /// @param newPin the PIN, UTF-8; not kept
    void pin(Role role, byte[] newPin, MasterKey key);

    /// Stores an object.
    ///
    /// @param key the opened master key; needed for private objects, may be null for public ones
    /// @return the object as it will be, with its identifier
    StoredObject insert(NewObject object, @Nullable MasterKey key);

    /// Replaces an object's content; an object that is gone by then fails the whole change with
    /// [StorageException.Problem#GONE].
    ///
    /// @param key the opened master key; needed when the new content is private
    /// @return the object as it will be
    StoredObject update(StoredObject object, NewObject content, @Nullable MasterKey key);

    /// Removes an object; one already gone is fine.
    void delete(StoredObject object);
}
