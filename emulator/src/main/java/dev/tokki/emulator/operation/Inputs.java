package dev.tokki.emulator.operation;

import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts that came in to an operation, so that it can be saved (section 5.6.6): whoever restores it gives
/// them to the mechanism again. So every mechanism can be saved, whoever computes it.
///
/// What an operation has taken is kept up to [#MOST] bytes.
public final class Inputs {
    /// How many bytes of input are kept.
    public static final long MOST = 16L << 20;

    private final List<Bytes> parts = new ArrayList<>();
    private long length;
    private Optional<Refusal> unsaveable = Optional.empty();

    void add(byte[] part) {
        if (unsaveable.isPresent()) {
            return;
        }
        length += part.length;
        if (length > MOST) {
            refuse("It has taken more than " + MOST + " bytes, which is what is kept of it.", "Finish it here.");
        } else {
            parts.add(Bytes.of(part.clone()));
        }
    }

    /// The operation can be saved no more.
    ///
    /// @param rule why
    void refuse(String rule, String remedy) {
        parts.clear();
        unsaveable = Optional.of(Refusal.of(Ckr.STATE_UNSAVEABLE, "the operation", rule, "5.6.6", remedy));
    }

    /// {@return the parts in their order}
    ///
    /// @throws Refusal `CKR_STATE_UNSAVEABLE`
    public List<Bytes> parts() {
        unsaveable.ifPresent(refusal -> {
            throw refusal;
        });
        return List.copyOf(parts);
    }
}
