package dev.tokki.emulator.object;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An object's attributes, each once, in the order of their types. Immutable; a change makes a new map.
///
/// Not a record: it holds key values, and prints none.
public final class AttributeMap {
    private final SortedMap<Long, Value> values;

    private AttributeMap(SortedMap<Long, Value> values) {
        this.values = values;
    }

    /// {@return a map of these attributes; of two of the same type the later counts}
    public static AttributeMap of(Collection<Attribute> attributes) {
        SortedMap<Long, Value> values = new TreeMap<>();
        attributes.forEach(attribute -> values.put(attribute.type(), attribute.value()));
        return new AttributeMap(values);
    }

    /// {@return this map with these attributes added or replaced}
    public AttributeMap with(Collection<Attribute> attributes) {
        SortedMap<Long, Value> changed = new TreeMap<>(values);
        attributes.forEach(attribute -> changed.put(attribute.type(), attribute.value()));
        return new AttributeMap(changed);
    }

    /// {@return whether the object has the attribute}
    public boolean has(long type) {
        return values.containsKey(type);
    }

    /// {@return the attribute's value, if the object has it}
    public Optional<Value> find(long type) {
        return Optional.ofNullable(values.get(type));
    }

    /// {@return a boolean attribute; `otherwise` where it is absent}
    public boolean bool(long type, boolean otherwise) {
        return values.get(type) instanceof Value.Bool b ? b.value() : otherwise;
    }

    /// {@return an unsigned long attribute; `otherwise` where it is absent}
    public long ulong(long type, long otherwise) {
        return values.get(type) instanceof Value.ULong u ? u.value() : otherwise;
    }

    /// {@return the bytes of an attribute, shared; empty where it is absent}
    public byte[] bytes(long type) {
        return values.get(type) instanceof Value.Raw raw ? raw.bytes().array() : new byte[0];
    }

    /// {@return the attributes in the order of their types}
    public List<Attribute> attributes() {
        return values.entrySet().stream()
                .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public String toString() {
        return values.size() + " attributes";
    }
}
