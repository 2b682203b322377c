package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import java.util.List;

/// A pointer to bytes and a pointer to their length, in a structure: room that is written to, and how much of it was.
record LengthBehind(List<Field> fields) implements Shape<Bytes> {
    LengthBehind(Abi abi) {
        this(List.of(Field.pointer(abi), Field.pointer(abi)));
    }

    @Override
    public void give(Bytes value, Frame frame, int[] at, Room room) {
        long length = room.allocate(room.abi().ulongSize());
        room.ulong(length, value.length());
        frame.memory().pointer(frame.address() + at[0], BytesShape.give(value, room));
        frame.memory().pointer(frame.address() + at[1], length);
    }

    @Override
    public Bytes take(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        long length = frame.memory().pointer(frame.address() + at[1]);
        if (length == 0) {
            return Bytes.NULL;
        }
        if (length < Memory.LIMIT) { // a length stands where its address should be
            throw new BadAddressException(length, memory.abi().ulongSize());
        }
        return BytesShape.take(address, memory.ulong(length), memory);
    }

    /// What is longer than the room is not written, only its length.
    @Override
    public void leave(Bytes value, Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        long length = frame.memory().pointer(frame.address() + at[1]);
        if (length != 0) {
            BytesShape.leave(value, address, memory.ulong(length), memory);
            memory.ulong(length, value.length());
        }
    }
}
