package dev.tokki.emulator.operation;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operations in progress in a session, one of each kind. Guarded by the session's lock.
public final class Operations {
    private final boolean oneAtATime;
    private final Map<Kind, Operation> active = new EnumMap<>(Kind.class);
    /// With what the active ones began; nothing of a search.
    private final Map<Kind, Beginning> beginnings = new EnumMap<>(Kind.class);

    /// @param oneAtATime whether there is only one, of whatever kind
    public Operations(boolean oneAtATime) {
        this.oneAtATime = oneAtATime;
    }

    /// Refuses to begin a second operation of a kind.
    ///
    /// @throws Refusal `CKR_OPERATION_ACTIVE`
    public void checkNone(Kind kind, Function function) {
        if (active.isEmpty()) {
            return;
        }
        Optional<Kind> inTheWay = active.keySet().stream()
                .filter(other -> oneAtATime || other == kind)
                .findFirst();
        if (inTheWay.isPresent()) {
            throw Refusal.of(
                    Ckr.OPERATION_ACTIVE,
                    "the session",
                    "It has an operation in progress that was begun by "
                            + inTheWay.get().initialiser() + ".",
                    function.section(),
                    "Finish it, cancel it with C_SessionCancel, or use another session.");
        }
    }

    /// Begins an operation.
    public void begin(Kind kind, Operation operation) {
        beginnings.remove(kind);
        active.put(kind, operation);
    }

    /// Begins an operation with a mechanism.
    public void begin(Kind kind, Operation operation, Beginning beginning) {
        begin(kind, operation);
        beginnings.put(kind, beginning);
    }

    /// An operation in progress that can be saved.
    public record Saved(Kind kind, Savable operation, Beginning beginning) {}

    /// {@return the operations in progress that can be saved (section 5.6.6)}
    public List<Saved> savable() {
        List<Saved> savable = new ArrayList<>();
        active.forEach((kind, operation) -> {
            Beginning beginning = beginnings.get(kind);
            if (beginning != null && operation instanceof Savable one && kind.isSavable()) {
                savable.add(new Saved(kind, one, beginning));
            }
        });
        return List.copyOf(savable);
    }

    /// {@return the operation in progress}
    ///
    /// @param type what it must be
    /// @throws Refusal `CKR_OPERATION_NOT_INITIALIZED`
    public <O extends Operation> O active(Kind kind, Class<O> type, Function function) {
        Operation operation = active.get(kind);
        if (type.isInstance(operation)) {
            return type.cast(operation);
        }
        throw notInitialised(
                function, type == VerifyingKnown.class ? Function.VERIFY_SIGNATURE_INIT : kind.initialiser());
    }

    private static Refusal notInitialised(Function function, Function initialiser) {
        return Refusal.of(
                Ckr.OPERATION_NOT_INITIALIZED,
                "the session",
                function + " continues an operation that " + initialiser + " begins, and none is in progress.",
                function.section(),
                "Call " + initialiser + " first; an error, the last output and C_Logout end an operation.");
    }

    /// {@return with what the operation in progress began; nothing for a search}
    public Optional<Beginning> beginning(Kind kind) {
        return active.containsKey(kind) ? Optional.ofNullable(beginnings.get(kind)) : Optional.empty();
    }

    /// Ends an operation; none in progress is fine.
    public void end(Kind kind) {
        active.remove(kind);
        beginnings.remove(kind);
    }

    /// Cancels the operations that flags of `CK_MECHANISM_INFO` name (C_SessionCancel, section 5.6.5).
    public void cancel(long flags) {
        active.keySet().removeIf(kind -> (kind.flag() & flags) != 0);
    }

    /// Ends what only a user who is logged in may do.
    public void endPrivate() {
        active.values().removeIf(operation -> operation.use().isPrivate());
    }

    /// Ends all.
    public void endAll() {
        active.clear();
    }

    /// {@return the use of a key that waits for its PIN}
    public Optional<KeyUse> awaitingPin() {
        return active.values().stream()
                .map(Operation::use)
                .filter(KeyUse::needsPin)
                .findFirst();
    }
}
