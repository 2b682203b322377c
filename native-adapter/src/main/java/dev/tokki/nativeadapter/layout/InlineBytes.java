package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import java.util.Arrays;
import java.util.List;

/// An array of bytes inside the frame; what is too long is cut, what is too short is followed by zeros.
record InlineBytes(List<Field> fields, int size) implements Shape<Bytes> {
    InlineBytes(int size) {
        this(List.of(Field.bytes(size)), size);
    }

    @Override
    public void give(Bytes value, Frame frame, int[] at, Room room) {
        frame.memory().write(frame.address() + at[0], Arrays.copyOf(value.array(), size));
    }

    @Override
    public Bytes take(Frame frame, int[] at, Memory memory) {
        return Bytes.of(frame.memory().read(frame.address() + at[0], size));
    }
}
