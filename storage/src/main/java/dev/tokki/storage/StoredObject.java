package dev.tokki.storage;

/// An object as it lies in the store: an identifier for sealed content. Methods that take one go by the
/// identifier.
///
/// @param id unique within the store, never used again
/// @param isPrivate whether the content is sealed under the token's master key (else under the store's key)
/// @param version grows with every change; the content is bound to it, so that an old content put back is noticed
public record StoredObject(long id, boolean isPrivate, long version) {}
