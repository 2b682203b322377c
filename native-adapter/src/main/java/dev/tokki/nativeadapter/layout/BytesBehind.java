package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import java.util.List;
import java.util.function.ToLongFunction;

/// A pointer to bytes without a length beside it.
///
/// Whatever the caller gives, there is as much room as the length says, since a module will rely on it.
///
/// @param length how many bytes there are: fixed by the specification, or told by another member
/// @param known how many, where the specification fixes it; otherwise 0
record BytesBehind(List<Field> fields, ToLongFunction<Frame> length, int known) implements Shape<Bytes> {
    static BytesBehind fixed(Abi abi, int size) {
        return new BytesBehind(List.of(Field.pointer(abi)), frame -> size, size);
    }

    static BytesBehind toldInBytes(Abi abi, String component) {
        return new BytesBehind(List.of(Field.pointer(abi)), frame -> frame.number(component), 0);
    }

    static BytesBehind toldInBits(Abi abi, String component) {
        return new BytesBehind(List.of(Field.pointer(abi)), frame -> bytesOf(frame.number(component)), 0);
    }

    /// {@return how many bytes hold so many bits; what is no number of bits stays none}
    private static long bytesOf(long bits) {
        return bits < 0 ? bits : bits / 8 + (bits % 8 == 0 ? 0 : 1);
    }

    @Override
    public void give(Bytes value, Frame frame, int[] at, Room room) {
        if (!value.isNull()) {
            long told = length.applyAsLong(frame);
            boolean absurd = told < 0 || told > Memory.LIMIT;
            long address = room.allocate(absurd ? value.length() : Math.max(told, value.length()));
            room.write(address, value.array());
            frame.memory().pointer(frame.address() + at[0], address);
        }
    }

    @Override
    public List<Ahead> ahead(int[] at) {
        return known == 0 ? List.of() : List.of(Ahead.one(at[0], known));
    }

    @Override
    public Bytes take(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        return address == 0 ? Bytes.NULL : Bytes.of(memory.read(address, length.applyAsLong(frame)));
    }

    @Override
    public void leave(Bytes value, Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        BytesShape.leave(value, address, length.applyAsLong(frame), memory);
    }
}
