package dev.tokki.storage;

import java.nio.ByteBuffer;

/// A token's public state: everything about it that is neither a secret nor an object. Stored authenticated, so
/// that an edit is noticed.
///
/// @param label at most 32 bytes of UTF-8, without padding
/// @param serialNumber at most 16 characters
/// @param flags the `CKF_…` of `CK_TOKEN_INFO` that are remembered (initialised, PIN set, PIN to be changed)
/// @param failedUserPins wrong user PINs since the last right one
/// @param failedSoPins wrong SO PINs since the last right one
/// @param instruments what the token's clock and counter remember
public record TokenState(
        String label,
        String serialNumber,
        long flags,
        int failedUserPins,
        int failedSoPins,
        InstrumentState instruments) {
    /// A token whose instruments are as they came.
    public TokenState(String label, String serialNumber, long flags, int failedUserPins, int failedSoPins) {
        this(label, serialNumber, flags, failedUserPins, failedSoPins, InstrumentState.NEW);
    }

    /// {@return this state with other flags}
    public TokenState withFlags(long others) {
        return new TokenState(label, serialNumber, others, failedUserPins, failedSoPins, instruments);
    }

    /// {@return this state with other counts of wrong PINs}
    public TokenState withFailures(int userPins, int soPins) {
        return new TokenState(label, serialNumber, flags, userPins, soPins, instruments);
    }

    /// {@return this state with instruments that moved on}
    public TokenState withInstruments(InstrumentState moved) {
        return new TokenState(label, serialNumber, flags, failedUserPins, failedSoPins, moved);
    }

    byte[] toBytes() {
        return new Encoding()
                .put(label)
                .put(serialNumber)
                .put(flags)
                .put(failedUserPins)
                .put(failedSoPins)
                .put(instruments.counter())
                .put(instruments.counterResets())
                .put(instruments.clockOffset())
                .toBytes();
    }

    /// Stores of before there were instruments end earlier.
    static TokenState of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        TokenState state = new TokenState(
                Encoding.text(from), Encoding.text(from), from.getLong(), (int) from.getLong(), (int) from.getLong());
        return from.hasRemaining()
                ? state.withInstruments(new InstrumentState(from.getLong(), from.getLong(), from.getLong()))
                : state;
    }
}
