package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Buffer;
import dev.tokki.api.constant.Ckr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Output of variable length (section 5.2): a pointer to room, and a pointer to a length that is told and comes back.
record BufferShape<O>(List<Field> fields, Elements<O> elements) implements OutputShape<Buffer, O> {
    BufferShape(Abi abi, Elements<O> elements) {
        this(List.of(Field.pointer(abi), Field.pointer(abi)), elements);
    }

    @Override
    public void give(Buffer value, Frame frame, int[] at, Room room) {
        boolean hasRoom = value.kind() == Buffer.Kind.ROOM || value.kind() == Buffer.Kind.NO_LENGTH;
        boolean hasLength = value.kind() == Buffer.Kind.ROOM || value.kind() == Buffer.Kind.QUERY;
        if (hasRoom) {
            frame.memory().pointer(frame.address() + at[0], room.allocate(roomFor(value.capacity())));
        }
        if (hasLength) {
            long length = room.allocate(room.abi().ulongSize());
            room.ulong(length, value.capacity());
            frame.memory().pointer(frame.address() + at[1], length);
        }
    }

    /// A caller may claim more room than it has; it gets as much as anything could need.
    private long roomFor(long capacity) {
        boolean absurd = capacity < 0 || capacity > Memory.LIMIT / elements.size();
        return absurd ? Memory.LIMIT : capacity * elements.size();
    }

    @Override
    public Buffer take(Frame frame, int[] at, Memory memory) {
        long room = frame.memory().pointer(frame.address() + at[0]);
        long length = frame.memory().pointer(frame.address() + at[1]);
        if (length == 0) {
            return room == 0 ? Buffer.none() : Buffer.noLength();
        }
        return room == 0 ? Buffer.query() : Buffer.of(memory.ulong(length));
    }

    @Override
    public List<Ahead> ahead(int[] at) {
        return List.of(Ahead.one(at[1], fields.get(1).size()));
    }

    @Override
    public @Nullable O collect(Buffer value, long rv, Frame frame, int[] at, Memory memory) {
        long length = frame.memory().pointer(frame.address() + at[1]);
        if (length == 0 || (rv != Ckr.OK && rv != Ckr.BUFFER_TOO_SMALL)) {
            return null;
        }
        long told = memory.ulong(length);
        boolean isThere =
                rv == Ckr.OK && value.kind() == Buffer.Kind.ROOM && Long.compareUnsigned(told, value.capacity()) <= 0;
        return isThere
                ? elements.collect(frame.memory().pointer(frame.address() + at[0]), told, memory)
                : elements.told(told);
    }

    @Override
    public void leave(Buffer value, O output, Frame frame, int[] at, Caller caller) {
        long room = frame.memory().pointer(frame.address() + at[0]);
        long length = frame.memory().pointer(frame.address() + at[1]);
        if (length != 0) {
            caller.ulong(length, elements.count(output));
        }
        if (room != 0) {
            elements.leave(output, room, caller);
        }
    }
}
