package dev.tokki.emulator.attribute;

import dev.tokki.api.Attribute;
import dev.tokki.api.Value;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object's attributes, each once, in the order of their types. Immutable; a change makes a new map.
///
/// Not a record: it holds key values, and prints none. Two sorted arrays, since a token may have ten thousand
/// of them.
public final class AttributeMap {
    private static final AttributeMap EMPTY = new AttributeMap(new long[0], new Value[0]);

    private final long[] types;
    private final Value[] values;

    private AttributeMap(long[] types, Value[] values) {
        this.types = types;
        this.values = values;
    }

    /// {@return a map of these attributes; of two of the same type the later counts}
    public static AttributeMap of(Collection<Attribute> attributes) {
        return EMPTY.with(attributes);
    }

    /// {@return this map with these attributes added or replaced}
    public AttributeMap with(Collection<Attribute> attributes) {
        if (attributes.isEmpty()) {
            return this;
        }
        Attribute[] added = sorted(attributes);
        long[] mergedTypes = new long[types.length + added.length];
        Value[] mergedValues = new Value[types.length + added.length];
        int size = 0;
        int old = 0;
        for (Attribute attribute : added) {
            while (old < types.length && types[old] < attribute.type()) {
                mergedTypes[size] = types[old];
                mergedValues[size++] = values[old++];
            }
            if (old < types.length && types[old] == attribute.type()) {
                old++;
            }
            if (size > 0 && mergedTypes[size - 1] == attribute.type()) {
                size--;
            }
            mergedTypes[size] = attribute.type();
            mergedValues[size++] = attribute.value();
        }
        int rest = types.length - old;
        System.arraycopy(types, old, mergedTypes, size, rest);
        System.arraycopy(values, old, mergedValues, size, rest);
        return new AttributeMap(Arrays.copyOf(mergedTypes, size + rest), Arrays.copyOf(mergedValues, size + rest));
    }

    /// {@return attributes in the order of their types; those of one type stay in theirs}
    private static Attribute[] sorted(Collection<Attribute> attributes) {
        Attribute[] all = attributes.toArray(Attribute[]::new);
        for (int i = 1; i < all.length; i++) {
            if (all[i - 1].type() > all[i].type()) {
                Arrays.sort(all, Comparator.comparingLong(Attribute::type)); // stable
                break;
            }
        }
        return all;
    }

    /// {@return this map without attributes of these types}
    public AttributeMap without(Collection<Long> unwanted) {
        return unwanted.stream().noneMatch(this::has)
                ? this
                : of(attributes().stream()
                        .filter(attribute -> !unwanted.contains(attribute.type()))
                        .toList());
    }

    /// {@return whether the object has the attribute}
    public boolean has(long type) {
        return value(type) != null;
    }

    /// {@return the attribute's value, if the object has it}
    public Optional<Value> find(long type) {
        return Optional.ofNullable(value(type));
    }

    /// {@return a boolean attribute; `otherwise` where it is absent}
    public boolean bool(long type, boolean otherwise) {
        return value(type) instanceof Value.Bool b ? b.value() : otherwise;
    }

    /// {@return an unsigned long attribute; `otherwise` where it is absent}
    public long ulong(long type, long otherwise) {
        return value(type) instanceof Value.ULong u ? u.value() : otherwise;
    }

    /// {@return the bytes of an attribute, shared; empty where it is absent}
    public byte[] bytes(long type) {
        return value(type) instanceof Value.Raw raw ? raw.bytes().array() : new byte[0];
    }

    /// {@return whether the object has each of these attributes with exactly this value; hidden ones count too}
    ///
    /// The rule of `CKA_WRAP_TEMPLATE` (section 5.18.3) is that of finding objects (section 5.7.7).
    public boolean matches(Collection<Attribute> template) {
        return template.stream().allMatch(wanted -> wanted.value().equals(value(wanted.type())));
    }

    /// {@return the number of attributes}
    public int size() {
        return types.length;
    }

    /// {@return the attributes in the order of their types}
    public List<Attribute> attributes() {
        return new AbstractList<>() {
            @Override
            public Attribute get(int index) {
                return new Attribute(types[index], values[index]);
            }

            @Override
            public int size() {
                return types.length;
            }
        };
    }

    private @Nullable Value value(long type) {
        int index = Arrays.binarySearch(types, type);
        return index < 0 ? null : values[index];
    }

    @Override
    public String toString() {
        return types.length + " attributes";
    }
}
