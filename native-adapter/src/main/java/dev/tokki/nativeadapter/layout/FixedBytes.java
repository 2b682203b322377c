package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import java.util.List;

/// Bytes whose number the specification fixes: behind a pointer without a length, or inside the frame.
final class FixedBytes {
    private FixedBytes() {}

    /// A pointer; whatever the caller gives, there is room for `size` bytes behind it.
    record Behind(List<Field> fields, int size) implements Shape<Bytes> {
        Behind(Abi abi, int size) {
            this(List.of(Field.pointer(abi)), size);
        }

        @Override
        public void give(Bytes value, Frame frame, int[] at, Room room) {
            if (!value.isNull()) {
                long address = room.allocate(Math.max(size, value.length()));
                room.write(address, value.array());
                frame.memory().pointer(frame.address() + at[0], address);
            }
        }

        @Override
        public Bytes take(Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            return address == 0 ? Bytes.NULL : Bytes.of(memory.read(address, size));
        }

        @Override
        public void leave(Bytes value, Frame frame, int[] at, Memory memory) {
            BytesShape.leave(value, frame.memory().pointer(frame.address() + at[0]), size, memory);
        }
    }

    /// An array inside the frame; what is too long is cut, what is too short is followed by zeros.
    record Inside(List<Field> fields, int size) implements Shape<Bytes> {
        Inside(int size) {
            this(List.of(Field.bytes(size)), size);
        }

        @Override
        public void give(Bytes value, Frame frame, int[] at, Room room) {
            byte[] array = value.array();
            frame.memory()
                    .write(
                            frame.address() + at[0],
                            array.length <= size ? array : java.util.Arrays.copyOf(array, size));
        }

        @Override
        public Bytes take(Frame frame, int[] at, Memory memory) {
            return Bytes.of(frame.memory().read(frame.address() + at[0], size));
        }

        @Override
        public void leave(Bytes value, Frame frame, int[] at, Memory memory) {
            if (value.length() == size) {
                memory.write(frame.address() + at[0], value.array());
            }
        }
    }
}
