package dev.tokki.api.call;

import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.MechanismInfo;
import dev.tokki.api.Out;
import dev.tokki.api.SlotInfo;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.ULongs;
import dev.tokki.api.call.Means.Meaning;

/// Slot and token management, PKCS#11 v3.2, section 5.5.
public sealed interface SlotsAndTokens<R> extends Call<R> {
    /// `C_GetSlotList`, section 5.5.1.
    ///
    /// @param tokenPresent whether only slots that hold a token are listed
    /// @param slots room for the slots
    record GetSlotList(boolean tokenPresent, Buffer slots) implements SlotsAndTokens<ULongs> {}

    /// `C_GetSlotInfo`, section 5.5.2.
    ///
    /// @param slot the slot
    /// @param info where the information goes
    record GetSlotInfo(@Means(Meaning.SLOT) long slot, Out<SlotInfo> info) implements SlotsAndTokens<SlotInfo> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetSlotInfo(long slot) {
            this(slot, Out.here());
        }
    }

    /// `C_GetTokenInfo`, section 5.5.3.
    ///
    /// @param slot the slot
    /// @param info where the information goes
    record GetTokenInfo(@Means(Meaning.SLOT) long slot, Out<TokenInfo> info) implements SlotsAndTokens<TokenInfo> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetTokenInfo(long slot) {
            this(slot, Out.here());
        }
    }

    /// `C_GetMechanismList`, section 5.5.5.
    ///
    /// @param slot the slot
    /// @param mechanisms room for the mechanisms
    record GetMechanismList(@Means(Meaning.SLOT) long slot, Buffer mechanisms) implements SlotsAndTokens<ULongs> {}

    /// `C_GetMechanismInfo`, section 5.5.6.
    ///
    /// @param slot the slot
    /// @param type which one
    /// @param info where the information goes
    record GetMechanismInfo(
            @Means(Meaning.SLOT) long slot,
            @Means(Meaning.MECHANISM_TYPE) long type,
            Out<MechanismInfo> info) implements SlotsAndTokens<MechanismInfo> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public GetMechanismInfo(long slot, long type) {
            this(slot, type, Out.here());
        }
    }

    /// `C_InitToken`, section 5.5.7.
    ///
    /// @param slot the slot
    /// @param pin the PIN
    /// @param label the label, 32 bytes of UTF-8 padded with blanks
    record InitToken(
            @Means(Meaning.SLOT) long slot,
            @Secret Bytes pin,
            @Fixed(32) Bytes label) implements SlotsAndTokens<Void> {}

    /// `C_InitPIN`, section 5.5.8.
    ///
    /// @param session the session
    /// @param pin the PIN
    record InitPIN(
            @Means(Meaning.SESSION) long session, @Secret Bytes pin) implements SlotsAndTokens<Void> {}

    /// `C_SetPIN`, section 5.5.9.
    ///
    /// @param session the session
    /// @param oldPin the PIN in force
    /// @param newPin the PIN to be
    record SetPIN(
            @Means(Meaning.SESSION) long session,
            @Secret Bytes oldPin,
            @Secret Bytes newPin) implements SlotsAndTokens<Void> {}

    /// `C_WaitForSlotEvent`, section 5.5.4.
    ///
    /// @param flags flags of the function
    /// @param slot where the slot goes
    /// @param reserved reserved; 0 stands for NULL_PTR
    record WaitForSlotEvent(
            @Means(Meaning.FLAGS) long flags,
            Out<Long> slot,
            @Means(Meaning.POINTER) long reserved) implements SlotsAndTokens<Long> {
        /// The usual call: outputs wanted, nothing for what is optional.
        public WaitForSlotEvent(long flags) {
            this(flags, Out.here(), 0);
        }
    }
}
