package dev.tokki.api.fluent;

import dev.tokki.api.Bytes;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.SlotInfo;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.call.Sessions;
import dev.tokki.api.call.SlotsAndTokens;
import dev.tokki.api.constant.Ckf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A slot and the token in it (section 5.5).
public final class Token {
    private static final int LABEL_LENGTH = 32;

    private final Caller caller;
    private final long slot;

    Token(Caller caller, long slot) {
        this.caller = caller;
        this.slot = slot;
    }

    /// {@return the slot's number}
    public long slot() {
        return slot;
    }

    /// {@return what the slot tells about itself}
    public SlotInfo slotInfo() {
        return caller.get(new SlotsAndTokens.GetSlotInfo(slot));
    }

    /// {@return what the token tells about itself}
    public TokenInfo info() {
        return caller.get(new SlotsAndTokens.GetTokenInfo(slot));
    }

    /// {@return the mechanisms the token offers}
    public long[] mechanisms() {
        return caller.list(room -> new SlotsAndTokens.GetMechanismList(slot, room));
    }

    /// {@return what a mechanism can do}
    public MechanismInfo mechanism(long type) {
        return caller.get(new SlotsAndTokens.GetMechanismInfo(slot, type));
    }

    /// Initialises the token: all its objects are destroyed (C_InitToken).
    ///
    /// @param soPin the SO's PIN: the present one, or the one to be
    /// @param label at most 32 bytes of UTF-8
    public Token initialise(String soPin, String label) {
        caller.run(new SlotsAndTokens.InitToken(slot, Bytes.utf8(soPin), paddedLabel(label)));
        return this;
    }

    /// {@return a new read/write session}
    public Session openReadWrite() {
        return open(Ckf.SERIAL_SESSION | Ckf.RW_SESSION);
    }

    /// {@return a new read-only session}
    public Session openReadOnly() {
        return open(Ckf.SERIAL_SESSION);
    }

    /// Closes all sessions of this application with the token.
    public void closeAllSessions() {
        caller.run(new Sessions.CloseAllSessions(slot));
    }

    /// {@return a label as C_InitToken wants it: 32 bytes of UTF-8, padded with blanks}
    ///
    /// @throws IllegalArgumentException if it is longer
    public static Bytes paddedLabel(String label) {
        byte[] text = label.getBytes(StandardCharsets.UTF_8);
        if (text.length > LABEL_LENGTH) {
            throw new IllegalArgumentException(
                    "a label has at most 32 bytes in UTF-8, \"" + label + "\" has " + text.length);
        }
        byte[] padded = Arrays.copyOf(text, LABEL_LENGTH);
        Arrays.fill(padded, text.length, LABEL_LENGTH, (byte) ' ');
        return Bytes.of(padded);
    }

    private Session open(long flags) {
        return new Session(caller, caller.get(new Sessions.OpenSession(slot, flags)));
    }
}
