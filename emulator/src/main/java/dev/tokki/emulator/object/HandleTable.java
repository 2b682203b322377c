package dev.tokki.emulator.object;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Which object each handle of an application stands for in one slot. An object has one handle, in all
/// sessions.
final class HandleTable {
    private final Handles source;
    private final Map<Long, LiveObject> objects = new ConcurrentHashMap<>();
    private final Map<LiveObject, Long> handles = new ConcurrentHashMap<>();

    HandleTable(Handles source) {
        this.source = source;
    }

    /// {@return the handle of an object, a new one if it has none}
    long of(LiveObject object) {
        Long known = handles.get(object);
        if (known != null) {
            return known;
        }
        long handle = handles.computeIfAbsent(object, unknown -> {
            long next = source.next();
            objects.put(next, unknown);
            return next;
        });
        if (object.isDestroyed()) {
            forget(object);
        }
        return handle;
    }

    /// {@return the object of a handle}
    Optional<LiveObject> find(long handle) {
        return Optional.ofNullable(objects.get(handle));
    }

    /// {@return a number greater than any before, to order session objects by}
    long nextOrder() {
        return source.next();
    }

    /// An object's handle is void from now on.
    void forget(LiveObject object) {
        Long handle = handles.remove(object);
        if (handle != null) {
            objects.remove(handle);
        }
    }

    /// The handles of some objects are void from now on.
    void forgetAll(Predicate<LiveObject> objectsToForget) {
        handles.keySet().stream().filter(objectsToForget).forEach(this::forget);
    }
}
