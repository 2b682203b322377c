package dev.tokki.emulator.background;

import dev.tokki.api.Function;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The calls of one session whose results were not fetched yet, one of each function.
public final class PendingCalls {
    /// A call, and whether it was begun in another session.
    ///
    /// @param call the call
    /// @param isJoined whether C_AsyncJoin brought it here
    public record Pending(BackgroundCall call, boolean isJoined) {}

    private final Map<Function, Pending> calls = new ConcurrentHashMap<>();

    /// {@return the call of a function}
    public Optional<Pending> find(Function function) {
        return Optional.ofNullable(calls.get(function));
    }

    /// {@return whether one is running}
    public boolean isRunning() {
        return calls.values().stream().anyMatch(pending -> !pending.call().isDone());
    }

    /// {@return all}
    public Collection<Pending> all() {
        return List.copyOf(calls.values());
    }

    /// Adds a call.
    public void add(BackgroundCall call, boolean isJoined) {
        calls.put(call.function(), new Pending(call, isJoined));
    }

    /// Forgets the call of a function; none is fine.
    public void remove(Function function) {
        calls.remove(function);
    }
}
