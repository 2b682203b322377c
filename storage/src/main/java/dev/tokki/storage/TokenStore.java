package dev.tokki.storage;

import java.util.List;

/// Where tokens live: in memory, or in an encrypted file. One JVM owns a store.
///
/// Every method that changes something returns after the change is committed: what was acknowledged survives a
/// killed process, and what [Durability#SYNCED] acknowledged survives a power cut. All methods may be called
/// from several threads.
public interface TokenStore extends AutoCloseable {
    /// {@return the tokens in this store, by slot number}
    List<StoredToken> tokens();

    /// Puts a fresh token into a slot, replacing whatever token and objects the slot held (C_InitToken, section
    /// 5.5.8).
    ///
    /// A new random master key is made and wrapped under a key derived from `soPin`; there is no user PIN yet.
    ///
    /// @param slot the slot's number
    /// @param state the token's public state
    /// @param soPin the SO's PIN, UTF-8; not kept
    /// @return the token
    /// @throws StorageException if it cannot be written
    StoredToken initialise(long slot, TokenState state, byte[] soPin);

    /// Closes the store; closing twice is fine.
    @Override
    void close();
}
