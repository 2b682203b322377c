package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import java.util.List;

/// A pointer to bytes and their length next to it, in either order.
///
/// @param pointer index of the pointer among the two fields
/// @param length index of the length
record BytesShape(List<Field> fields, int pointer, int length) implements Shape<Bytes> {
    static BytesShape pointerFirst(Abi abi) {
        return new BytesShape(List.of(Field.pointer(abi), Field.ulong(abi)), 0, 1);
    }

    static BytesShape lengthFirst(Abi abi) {
        return new BytesShape(List.of(Field.ulong(abi), Field.pointer(abi)), 1, 0);
    }

    @Override
    public void give(Bytes value, Frame frame, int[] at, Room room) {
        frame.memory().ulong(frame.address() + at[length], value.length());
        frame.memory().pointer(frame.address() + at[pointer], give(value, room));
    }

    /// Lays bytes into the room.
    ///
    /// @return their address, or NULL_PTR
    static long give(Bytes value, Room room) {
        if (value.isNull()) {
            return 0;
        }
        byte[] array = value.array();
        long address = room.allocate(array.length);
        room.write(address, array);
        return address;
    }

    @Override
    public Bytes take(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[pointer]);
        return take(address, frame.memory().ulong(frame.address() + at[length]), memory);
    }

    /// {@return the bytes at a pointer}
    static Bytes take(long address, long length, Memory memory) {
        return address == 0 ? Bytes.nullOf(length) : Bytes.of(memory.read(address, length));
    }

    @Override
    public List<Ahead> ahead(int[] at) {
        return List.of(Ahead.several(at[pointer], at[length], 1));
    }

    @Override
    public void leave(Bytes value, Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[pointer]);
        long room = frame.memory().ulong(frame.address() + at[length]);
        leave(value, address, room, memory);
        memory.ulong(frame.address() + at[length], value.length());
    }

    /// Writes bytes where the caller has room for them.
    static void leave(Bytes value, long address, long room, Memory memory) {
        if (address != 0 && !value.isNull() && Long.compareUnsigned(value.length(), room) <= 0) {
            memory.write(address, value.array());
        }
    }
}
