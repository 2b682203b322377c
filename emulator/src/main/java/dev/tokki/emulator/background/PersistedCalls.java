package dev.tokki.emulator.background;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The calls of a token whose identifiers were asked for (C_AsyncGetID): they outlive their session, and whoever
/// knows the identifier can join them. They are there as long as the engine is.
public final class PersistedCalls {
    private final Map<Long, BackgroundCall> calls = new ConcurrentHashMap<>();
    private final SecureRandom random;

    /// @param random where identifiers come from, which nobody can guess
    public PersistedCalls(SecureRandom random) {
        this.random = random;
    }

    /// {@return the identifier of a call; the one it has, if it has one}
    public long persist(BackgroundCall call) {
        for (Map.Entry<Long, BackgroundCall> entry : calls.entrySet()) {
            if (entry.getValue() == call) {
                return entry.getKey();
            }
        }
        // An identifier fits a CK_ULONG of four bytes too.
        long id = 1 + random.nextLong(0xFFFF_FFFEL);
        return calls.putIfAbsent(id, call) == null ? id : persist(call);
    }

    /// {@return the call of an identifier}
    public Optional<BackgroundCall> find(long id) {
        return Optional.ofNullable(calls.get(id));
    }

    /// A call's result was fetched.
    public void forget(BackgroundCall call) {
        calls.values().remove(call);
    }
}
