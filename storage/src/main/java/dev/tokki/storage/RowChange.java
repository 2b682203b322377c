package dev.tokki.storage;

import java.nio.ByteBuffer;

/// What a commit does to one row, or to all rows of a slot.
sealed interface RowChange {
    /// A token, new or changed.
    record PutToken(TokenRow row) implements RowChange {}

    /// An object, new or changed.
    record PutObject(ObjectRow row) implements RowChange {}

    /// An object goes.
    record RemoveObject(long id) implements RowChange {}

    /// All objects of a slot go.
    record EmptySlot(long slot) implements RowChange {}

    /// Appends this change to an encoding.
    default void encode(Encoding to) {
        switch (this) {
            case PutToken(TokenRow row) ->
                to.put('T')
                        .put(row.slot())
                        .put(row.id())
                        .put(row.version())
                        .put(row.state())
                        .put(row.soPin())
                        .put(row.userPin());
            case PutObject(ObjectRow row) ->
                to.put('O')
                        .put(row.id())
                        .put(row.slot())
                        .put(row.isPrivate() ? 1 : 0)
                        .put(row.version())
                        .put(row.sealed());
            case RemoveObject(long id) -> to.put('R').put(id);
            case EmptySlot(long slot) -> to.put('E').put(slot);
        }
    }

    /// {@return the change encoded next}
    static RowChange decode(ByteBuffer from) {
        long kind = from.getLong();
        return switch ((char) kind) {
            case 'T' ->
                new PutToken(new TokenRow(
                        from.getLong(),
                        Encoding.bytes(from),
                        from.getLong(),
                        Encoding.bytes(from),
                        Encoding.bytes(from),
                        Encoding.bytes(from)));
            case 'O' ->
                new PutObject(new ObjectRow(
                        from.getLong(), from.getLong(), from.getLong() == 1, from.getLong(), Encoding.bytes(from)));
            case 'R' -> new RemoveObject(from.getLong());
            case 'E' -> new EmptySlot(from.getLong());
            default -> throw new IllegalStateException("a change of kind " + kind + " was never written");
        };
    }
}
