package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.api.SlotInfo;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A slot (section 2.1): a fixed one, whose token is always there, or a reader, whose token comes and goes.
public final class Slot {
    private final long number;
    private final boolean removable;
    private volatile @Nullable Token token;

    /// @param number its number, which never changes
    /// @param removable whether the token can be taken out (`CKF_REMOVABLE_DEVICE`)
    /// @param token the token in it; null for an empty reader
    public Slot(long number, boolean removable, @Nullable Token token) {
        this.number = number;
        this.removable = removable;
        this.token = token;
    }

    /// {@return its number}
    public long number() {
        return number;
    }

    /// {@return whether the token can be taken out}
    public boolean isRemovable() {
        return removable;
    }

    /// {@return the token in it}
    public Optional<Token> token() {
        return Optional.ofNullable(token);
    }

    /// {@return the token in it}
    ///
    /// @throws Refusal `CKR_TOKEN_NOT_PRESENT`
    public Token token(Function function) {
        return token().orElseThrow(() -> Refusal.of(
                Ckr.TOKEN_NOT_PRESENT,
                "slotID",
                "There is no token in slot " + Long.toUnsignedString(number) + ".",
                function.section(),
                "Insert one."));
    }

    /// {@return what C_GetSlotInfo tells (section 3.2.2)}
    public SlotInfo info() {
        return new SlotInfo(
                "Tokki slot " + Long.toUnsignedString(number),
                "Tokki",
                (token == null ? 0 : Ckf.TOKEN_PRESENT) | (removable ? Ckf.REMOVABLE_DEVICE : 0),
                new Version(1, 0),
                new Version(1, 0));
    }

    void put(@Nullable Token other) {
        token = other;
    }
}
