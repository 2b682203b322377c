package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.api.SlotInfo;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The slots of an emulator, under numbers that never change; each holds a token.
public final class Slots {
    private final SortedMap<Long, Token> tokens;

    /// @param tokens the tokens, each for a slot of its own
    public Slots(Collection<Token> tokens) {
        SortedMap<Long, Token> bySlot = new TreeMap<>(Long::compareUnsigned);
        tokens.forEach(token -> bySlot.put(token.slot(), token));
        this.tokens = Collections.unmodifiableSortedMap(bySlot);
    }

    /// {@return the slots' numbers, ascending}
    public long[] numbers() {
        return tokens.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /// {@return all tokens, by slot}
    public Collection<Token> tokens() {
        return tokens.values();
    }

    /// {@return the token in a slot}
    ///
    /// @throws Refusal `CKR_SLOT_ID_INVALID`
    public Token token(long slot, Function function) {
        Token token = tokens.get(slot);
        if (token == null) {
            throw Refusal.of(
                    Ckr.SLOT_ID_INVALID,
                    "slotID",
                    "There is no slot " + Long.toUnsignedString(slot) + "; there are " + tokens.keySet() + ".",
                    function.section(),
                    "Take a slot from C_GetSlotList.");
        }
        return token;
    }

    /// {@return what C_GetSlotInfo tells (section 3.2.2)}
    public SlotInfo info(long slot, Function function) {
        token(slot, function);
        return new SlotInfo(
                "Tokki slot " + Long.toUnsignedString(slot),
                "Tokki",
                Ckf.TOKEN_PRESENT,
                new Version(1, 0),
                new Version(1, 0));
    }
}
