package dev.tokki.api;

import java.util.List;

/// The template of C_GetAttributeValue: C's pointer to attributes to be filled, and their number.
///
/// @param queries the entries, in the caller's order
/// @param isNull whether the pointer is NULL_PTR
/// @param count the number the caller told; differs from the list's only for NULL_PTR
public record QueryTemplate(List<AttributeQuery> queries, boolean isNull, long count) {
    /// Copies the entries.
    public QueryTemplate {
        queries = List.copyOf(queries);
    }

    /// {@return a template of these entries}
    public static QueryTemplate of(AttributeQuery... queries) {
        return of(List.of(queries));
    }

    /// {@return a template of these entries}
    public static QueryTemplate of(List<AttributeQuery> queries) {
        return new QueryTemplate(queries, false, queries.size());
    }

    /// {@return NULL_PTR with a count}
    public static QueryTemplate nullOf(long count) {
        return new QueryTemplate(List.of(), true, count);
    }
}
