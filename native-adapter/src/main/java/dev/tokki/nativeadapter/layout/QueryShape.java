package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.AttributeQuery;
import dev.tokki.api.AttributeReply;
import dev.tokki.api.Buffer;
import dev.tokki.api.Bytes;
import dev.tokki.api.QueryTemplate;
import dev.tokki.api.Value;
import dev.tokki.api.constant.Ck;
import dev.tokki.api.constant.Ckr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The template of C_GetAttributeValue (section 5.7.5): attributes whose values, or only their lengths, are to be
/// filled
/// in.
record QueryShape(List<Field> fields, AttributeArray array)
        implements OutputShape<QueryTemplate, List<AttributeReply>> {
    QueryShape(Abi abi) {
        this(List.of(Field.pointer(abi), Field.ulong(abi)), new AttributeArray(abi));
    }

    @Override
    public void give(QueryTemplate value, Frame frame, int[] at, Room room) {
        frame.memory().ulong(frame.address() + at[1], value.count());
        if (!value.isNull()) {
            long first = room.allocate((long) value.queries().size() * array.entrySize());
            give(value.queries(), first, room);
            frame.memory().pointer(frame.address() + at[0], first);
        }
    }

    private void give(List<AttributeQuery> queries, long first, Room room) {
        long entry = first;
        for (AttributeQuery query : queries) {
            array.type(room, entry, query.type());
            if (query.room().kind() == Buffer.Kind.ROOM) {
                long capacity = query.room().capacity();
                boolean absurd = capacity < 0 || capacity > Memory.LIMIT;
                long space = room.allocate(absurd ? Memory.LIMIT : capacity);
                long entries = absurd ? 0 : Math.min(query.nested().size(), capacity / array.entrySize());
                give(query.nested().subList(0, (int) entries), space, room);
                array.pointer(room, entry, space);
                array.length(room, entry, capacity);
            }
            entry += array.entrySize();
        }
    }

    @Override
    public List<Ahead> ahead(int[] at) {
        return List.of(Ahead.several(at[0], at[1], array.entrySize()));
    }

    @Override
    public QueryTemplate take(Frame frame, int[] at, Memory memory) {
        long first = frame.memory().pointer(frame.address() + at[0]);
        long count = frame.memory().ulong(frame.address() + at[1]);
        return first == 0 ? QueryTemplate.nullOf(count) : QueryTemplate.of(queries(first, count, memory));
    }

    private List<AttributeQuery> queries(long first, long count, Memory memory) {
        Memory near = memory.block(first, array.sizeOf(first, count));
        List<AttributeQuery> queries = new ArrayList<>((int) count);
        long entry = first;
        for (long i = 0; i < count; i++) {
            long type = array.type(near, entry);
            long space = array.pointer(near, entry);
            long capacity = array.length(near, entry);
            if (space == 0) {
                queries.add(AttributeQuery.length(type));
            } else {
                boolean nests = AttributeKind.of(type) == AttributeKind.TEMPLATE && capacity % array.entrySize() == 0;
                List<AttributeQuery> nested = nests ? queries(space, capacity / array.entrySize(), memory) : List.of();
                queries.add(new AttributeQuery(type, Buffer.of(capacity), nested));
            }
            entry += array.entrySize();
        }
        return queries;
    }

    @Override
    public @Nullable List<AttributeReply> collect(QueryTemplate value, long rv, Frame frame, int[] at, Memory memory) {
        long entry = frame.memory().pointer(frame.address() + at[0]);
        if (entry == 0 || !leavesEntries(rv)) {
            return null;
        }
        List<AttributeReply> replies = new ArrayList<>(value.queries().size());
        for (AttributeQuery query : value.queries()) {
            long length = array.length(memory, entry);
            replies.add(new AttributeReply(query.type(), length, value(query, entry, length, memory)));
            entry += array.entrySize();
        }
        return replies;
    }

    /// The errors after which the other entries of the template are valid.
    private static boolean leavesEntries(long rv) {
        return rv == Ckr.OK
                || rv == Ckr.ATTRIBUTE_SENSITIVE
                || rv == Ckr.ATTRIBUTE_TYPE_INVALID
                || rv == Ckr.BUFFER_TOO_SMALL;
    }

    private @Nullable Value value(AttributeQuery query, long entry, long length, Memory memory) {
        long space = array.pointer(memory, entry);
        boolean isThere = query.room().kind() == Buffer.Kind.ROOM
                && length != Ck.UNAVAILABLE_INFORMATION
                && Long.compareUnsigned(length, query.room().capacity()) <= 0;
        if (!isThere) {
            return null;
        }
        if (query.nested().isEmpty() || length % array.entrySize() != 0) {
            return array.take(query.type(), space, length, memory);
        }
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < length / array.entrySize(); i++) {
            long inner = space + (long) i * array.entrySize();
            long type = array.type(memory, inner);
            long told = array.length(memory, inner);
            Value found = i < query.nested().size()
                    ? value(withType(query.nested().get(i), type), inner, told, memory)
                    : null;
            attributes.add(new Attribute(type, found == null ? new Value.Raw(Bytes.nullOf(told)) : found));
        }
        return new Value.Template(attributes);
    }

    /// In a nested template the module says which attribute an entry is.
    private static AttributeQuery withType(AttributeQuery query, long type) {
        return new AttributeQuery(type, query.room(), query.nested());
    }

    @Override
    public void leave(QueryTemplate value, List<AttributeReply> output, Frame frame, int[] at, Caller caller) {
        long entry = frame.memory().pointer(frame.address() + at[0]);
        if (entry == 0) {
            return;
        }
        for (AttributeReply reply : output) {
            leave(reply.value(), reply.length(), entry, caller);
            entry += array.entrySize();
        }
    }

    private void leave(@Nullable Value value, long length, long entry, Caller caller) {
        long space = array.pointer(caller, entry);
        array.length(caller, entry, length);
        if (value == null || space == 0) {
            return;
        }
        if (value instanceof Value.Template(List<Attribute> attributes)) {
            long inner = space;
            for (Attribute attribute : attributes) {
                array.type(caller, inner, attribute.type());
                boolean isTold = attribute.value() instanceof Value.Raw raw
                        && raw.bytes().isNull();
                leave(isTold ? null : attribute.value(), array.sizeOf(attribute.value()), inner, caller);
                inner += array.entrySize();
            }
        } else {
            array.write(value, space, caller);
        }
    }
}
