package dev.tokki.api;

/// Room for output of variable length, by C's convention (section 5.2): a pointer and a pointer to its length.
///
/// @param kind whether there is a buffer, and whether its length can be told
/// @param capacity the length given, in elements (bytes, or list entries); 0 for a query
public record Buffer(Kind kind, long capacity) {
    /// What the caller passes.
    public enum Kind {
        /// NULL_PTR for the buffer: the module tells the length.
        QUERY,
        /// A buffer of [Buffer#capacity] elements.
        ROOM,
        /// A buffer but NULL_PTR for the pointer to its length, which a module must refuse (`CKR_ARGUMENTS_BAD`).
        NO_LENGTH,
        /// NULL_PTR for both, which C_SignMessageNext takes as "there is more to come" (section 5.14.4).
        NONE
    }

    private static final Buffer QUERY = new Buffer(Kind.QUERY, 0);

    /// {@return no buffer: the module tells the length}
    public static Buffer query() {
        return QUERY;
    }

    /// {@return a buffer of `capacity` elements}
    public static Buffer of(long capacity) {
        return new Buffer(Kind.ROOM, capacity);
    }

    /// {@return NULL_PTR in place of the pointer to the length}
    public static Buffer noLength() {
        return new Buffer(Kind.NO_LENGTH, 0);
    }

    /// {@return NULL_PTR for the buffer and for the pointer to its length}
    public static Buffer none() {
        return new Buffer(Kind.NONE, 0);
    }

    /// {@return whether only the length is asked for}
    public boolean isQuery() {
        return kind == Kind.QUERY;
    }
}
