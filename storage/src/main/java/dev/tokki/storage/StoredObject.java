package dev.tokki.storage;

/// An object as it lies in the store: an identifier and sealed content.
///
/// @param id unique within the token, never used again
/// @param isPrivate whether the content is sealed under the token's master key (else under the store's key)
/// @param version counts the changes, so that an old content put back is noticed
public record StoredObject(long id, boolean isPrivate, long version) {}
