package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;

/// Whether a token is in its slot, and whether it can be written: what people with hands decide.
public final class Condition {
    private final long slot;
    private volatile boolean present = true;
    private volatile boolean writeProtected;

    Condition(long slot, boolean writeProtected) {
        this.slot = slot;
        this.writeProtected = writeProtected;
    }

    /// {@return whether nothing on the token may change (`CKF_WRITE_PROTECTED`)}
    public boolean isWriteProtected() {
        return writeProtected;
    }

    /// Protects the token from being written, or does so no more.
    public void protect(boolean fromWriting) {
        writeProtected = fromWriting;
    }

    /// Refuses what would change the token if it is write-protected.
    ///
    /// @throws Refusal `CKR_TOKEN_WRITE_PROTECTED`
    public void checkWritable(Function function) {
        if (writeProtected) {
            throw Refusal.of(
                    Ckr.TOKEN_WRITE_PROTECTED,
                    "the token in slot " + Long.toUnsignedString(slot),
                    "It is write-protected: there are no read/write sessions, and nothing on it changes.",
                    function.section(),
                    "Remove the write protection, or use session objects in a read-only session.");
        }
    }

    /// The token is in its slot.
    void inserted() {
        present = true;
    }

    /// The token is out of its slot.
    void removed() {
        present = false;
    }

    /// Refuses what needs the token if it is out of its slot.
    ///
    /// @throws Refusal `CKR_TOKEN_NOT_PRESENT`
    public void checkPresent(Function function) {
        if (!present) {
            throw Refusal.of(
                    Ckr.TOKEN_NOT_PRESENT,
                    "slotID",
                    "The token was taken out of slot " + Long.toUnsignedString(slot) + ".",
                    function.section(),
                    "Insert it again.");
        }
    }
}
