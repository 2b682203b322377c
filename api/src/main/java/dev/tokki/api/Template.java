package dev.tokki.api;

import java.util.List;

/// A template given to a module: C's pointer to attributes and their number (`CK_ATTRIBUTE_PTR`, `CK_ULONG`).
///
/// @param attributes the attributes, in the caller's order; a caller may name one twice
/// @param isNull whether the pointer is NULL_PTR
/// @param count the number the caller told; differs from the list's only for NULL_PTR
public record Template(List<Attribute> attributes, boolean isNull, long count) {
    /// NULL_PTR with count 0.
    public static final Template NULL = new Template(List.of(), true, 0);

    /// Copies the attributes.
    public Template {
        attributes = List.copyOf(attributes);
    }

    /// {@return a template of these attributes}
    public static Template of(Attribute... attributes) {
        return of(List.of(attributes));
    }

    /// {@return a template of these attributes}
    public static Template of(List<Attribute> attributes) {
        return new Template(attributes, false, attributes.size());
    }

    /// {@return NULL_PTR with a count, which a module should refuse unless the count is 0}
    public static Template nullOf(long count) {
        return new Template(List.of(), true, count);
    }

    @Override
    public String toString() {
        return isNull ? "NULL_PTR[" + count + "]" : attributes.toString();
    }
}
