package dev.tokki.storage;

import dev.tokki.api.Bytes;

/// A token as it lies in the database.
///
/// @param slot the slot's number
/// @param id 16 random bytes, new with every initialisation, so that nothing of an earlier token fits a later one
/// @param version grows with every change
/// @param state the sealed [TokenState]
/// @param soPin the master key wrapped under the SO's PIN
/// @param userPin the master key wrapped under the user's PIN; [Bytes#NULL] before there is one
record TokenRow(long slot, Bytes id, long version, Bytes state, Bytes soPin, Bytes userPin) {
    Bytes pin(Role role) {
        return switch (role) {
            case SO -> soPin;
            case USER -> userPin;
        };
    }

    TokenRow withPin(Role role, WrappedKey wrapped) {
        return switch (role) {
            case SO -> new TokenRow(slot, id, version, state, wrapped.bytes(), userPin);
            case USER -> new TokenRow(slot, id, version, state, soPin, wrapped.bytes());
        };
    }

    TokenRow withState(long newVersion, Bytes newState) {
        return new TokenRow(slot, id, newVersion, newState, soPin, userPin);
    }
}
