package dev.tokki.storage;

import dev.tokki.api.Bytes;

/// An object as it lies in the database.
///
/// @param id unique in the store, never used again
/// @param slot the slot of its token
/// @param isPrivate whether it is sealed under the token's master key
/// @param version grows with every change
/// @param sealed the sealed content
record ObjectRow(long id, long slot, boolean isPrivate, long version, Bytes sealed) {}
