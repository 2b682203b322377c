package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Objects in their order, and by the values people look for, so that finding one among ten thousand costs no
/// more than finding it among ten.
///
/// No reader waits. An object that is being changed is found by its old values, or by its new ones, and never
/// by none: it is entered under the new values before it has them, and removed from the old ones after.
final class ObjectIndex {
    private static final List<Long> INDEXED = List.of(Cka.LABEL, Cka.ID, Cka.CLASS, Cka.KEY_TYPE, Cka.UNIQUE_ID);

    private final NavigableMap<Long, LiveObject> all = new ConcurrentSkipListMap<>();
    private final Map<Long, Map<Value, NavigableMap<Long, LiveObject>>> byValue =
            INDEXED.stream().collect(Collectors.toUnmodifiableMap(type -> type, type -> new ConcurrentHashMap<>()));

    /// An object is there.
    void add(LiveObject object) {
        enter(object, object.attributes());
        all.put(object.order(), object);
    }

    /// An object is gone.
    void remove(LiveObject object) {
        all.remove(object.order());
        AttributeMap last = object.attributes();
        byValue.forEach((type, index) -> last.find(type).ifPresent(value -> leave(index, value, object)));
    }

    /// An object changes.
    ///
    /// @param after its attributes to be
    /// @param change gives them to it
    void change(LiveObject object, AttributeMap after, Runnable change) {
        AttributeMap before = object.attributes();
        enter(object, after);
        change.run();
        byValue.forEach((type, index) -> before.find(type)
                .filter(value -> !after.find(type).equals(Optional.of(value)))
                .ifPresent(value -> leave(index, value, object)));
    }

    /// {@return every object}
    Collection<LiveObject> all() {
        return all.values();
    }

    /// {@return the objects that can match a template, in their order; all that do match are among them}
    Stream<LiveObject> candidates(List<Attribute> template) {
        NavigableMap<Long, LiveObject> fewest = all;
        for (Attribute wanted : template) {
            Map<Value, NavigableMap<Long, LiveObject>> index = byValue.get(wanted.type());
            if (index != null) {
                NavigableMap<Long, LiveObject> having = index.get(wanted.value());
                if (having == null) {
                    return Stream.empty();
                }
                fewest = having.size() < fewest.size() ? having : fewest;
            }
        }
        return fewest.values().stream();
    }

    private void enter(LiveObject object, AttributeMap attributes) {
        byValue.forEach((type, index) -> attributes
                .find(type)
                .ifPresent(value -> index.compute(value, (same, having) -> {
                    NavigableMap<Long, LiveObject> objects = having == null ? new ConcurrentSkipListMap<>() : having;
                    objects.put(object.order(), object);
                    return objects;
                })));
    }

    private static void leave(Map<Value, NavigableMap<Long, LiveObject>> index, Value value, LiveObject object) {
        index.computeIfPresent(value, (same, having) -> {
            having.remove(object.order());
            return having.isEmpty() ? null : having;
        });
    }
}
