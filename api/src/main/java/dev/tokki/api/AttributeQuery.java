package dev.tokki.api;

import java.util.Arrays;
import java.util.List;

/// What C_GetAttributeValue is asked for one attribute (section 5.7.5): its type and the room for its value.
///
/// @param type the attribute
/// @param room [Buffer#query()] for the length, [Buffer#of(long)] for the value; in bytes of C
/// @param nested for an array attribute (`CKF_ARRAY_ATTRIBUTE`) read with room: what is asked of each entry
public record AttributeQuery(long type, Buffer room, List<AttributeQuery> nested) {
    /// Copies the nested queries.
    public AttributeQuery {
        nested = List.copyOf(nested);
    }

    /// {@return a query of the length}
    public static AttributeQuery length(long type) {
        return new AttributeQuery(type, Buffer.query(), List.of());
    }

    /// {@return a query of the value into so many bytes}
    public static AttributeQuery value(long type, long capacity) {
        return new AttributeQuery(type, Buffer.of(capacity), List.of());
    }

    /// {@return queries of the lengths of several attributes}
    public static List<AttributeQuery> lengths(long... types) {
        return Arrays.stream(types).mapToObj(AttributeQuery::length).toList();
    }
}
