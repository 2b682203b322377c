package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A token's public state: everything about it that is neither a secret nor an object. Stored authenticated, so
/// that an edit is noticed.
///
/// @param label at most 32 bytes of UTF-8, without padding
/// @param serialNumber at most 16 characters
/// @param flags the `CKF_…` of `CK_TOKEN_INFO` that are remembered (initialised, PIN set, PIN to be changed)
/// @param failedUserPins wrong user PINs since the last right one
/// @param failedSoPins wrong SO PINs since the last right one
/// @param instruments what the token's clock and counter remember
/// @param users the users with names
/// @param offer what the token was told to offer, in the engine's words; empty for everything
public record TokenState(
        String label,
        String serialNumber,
        long flags,
        int failedUserPins,
        int failedSoPins,
        InstrumentState instruments,
        List<NamedUser> users,
        String offer) {
    /// Copies the list.
    public TokenState {
        users = List.copyOf(users);
    }

    /// A token whose users have no names.
    public TokenState(
            String label,
            String serialNumber,
            long flags,
            int failedUserPins,
            int failedSoPins,
            InstrumentState instruments) {
        this(label, serialNumber, flags, failedUserPins, failedSoPins, instruments, List.of(), "");
    }

    /// A token whose instruments are as they came.
    public TokenState(String label, String serialNumber, long flags, int failedUserPins, int failedSoPins) {
        this(label, serialNumber, flags, failedUserPins, failedSoPins, InstrumentState.NEW);
    }

    /// {@return this state with other flags}
    public TokenState withFlags(long others) {
        return new TokenState(label, serialNumber, others, failedUserPins, failedSoPins, instruments, users, offer);
    }

    /// {@return this state with other counts of wrong PINs}
    public TokenState withFailures(int userPins, int soPins) {
        return new TokenState(label, serialNumber, flags, userPins, soPins, instruments, users, offer);
    }

    /// {@return this state with instruments that moved on}
    public TokenState withInstruments(InstrumentState moved) {
        return new TokenState(label, serialNumber, flags, failedUserPins, failedSoPins, moved, users, offer);
    }

    /// {@return this state with other users with names}
    public TokenState withUsers(List<NamedUser> others) {
        return new TokenState(label, serialNumber, flags, failedUserPins, failedSoPins, instruments, others, offer);
    }

    /// {@return this state with another offer}
    public TokenState withOffer(String other) {
        return new TokenState(label, serialNumber, flags, failedUserPins, failedSoPins, instruments, users, other);
    }

    /// The offer stands where a user without a name would, of whom there are none: stores of before there were offers
    /// are read as they are.
    byte[] toBytes() {
        Encoding encoding = new Encoding()
                .put(label)
                .put(serialNumber)
                .put(flags)
                .put(failedUserPins)
                .put(failedSoPins)
                .put(instruments.counter())
                .put(instruments.counterResets())
                .put(instruments.clockOffset());
        users.forEach(
                user -> encoding.put(user.name()).put(user.wrapped().array()).put(user.failures()));
        if (!offer.isEmpty()) {
            encoding.put("").put(offer.getBytes(StandardCharsets.UTF_8)).put(0);
        }
        return encoding.toBytes();
    }

    /// Stores of before there were instruments end earlier.
    static TokenState of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        TokenState state = new TokenState(
                Encoding.text(from), Encoding.text(from), from.getLong(), (int) from.getLong(), (int) from.getLong());
        if (!from.hasRemaining()) {
            return state;
        }
        TokenState moved = state.withInstruments(new InstrumentState(from.getLong(), from.getLong(), from.getLong()));
        List<NamedUser> users = new ArrayList<>();
        String offer = "";
        while (from.hasRemaining()) {
            NamedUser user = new NamedUser(Encoding.text(from), Bytes.of(Encoding.field(from)), (int) from.getLong());
            if (user.name().isEmpty()) {
                offer = user.wrapped().text();
            } else {
                users.add(user);
            }
        }
        return moved.withUsers(users).withOffer(offer);
    }
}
