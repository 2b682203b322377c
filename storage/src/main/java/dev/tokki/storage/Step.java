package dev.tokki.storage;

import dev.tokki.api.Bytes;

/// One thing a change does, ready to be written: everything slow, and everything that needs a secret, is done
/// before.
sealed interface Step {
    /// {@return the slot it concerns}
    long slot();

    /// A fresh token takes the place of whatever the slot held.
    record Initialise(long slot, Bytes tokenId, TokenState state, WrappedKey soPin) implements Step {}

    /// The token gets a new state.
    record SetState(long slot, Bytes tokenId, TokenState state) implements Step {}

    /// A role gets a PIN.
    record SetPin(long slot, Bytes tokenId, Role role, WrappedKey wrapped) implements Step {}

    /// A new object.
    record Insert(Bytes tokenId, ObjectRow row) implements Step {
        @Override
        public long slot() {
            return row.slot();
        }
    }

    /// New content for an object that must still be there.
    record Replace(Bytes tokenId, ObjectRow row) implements Step {
        @Override
        public long slot() {
            return row.slot();
        }
    }

    /// An object goes, if it is still there.
    record Remove(long slot, Bytes tokenId, long id) implements Step {}
}
