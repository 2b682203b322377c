package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CK_VERSION`, two bytes: inside the frame, or behind a pointer.
final class VersionShape {
    static final int SIZE = 2;

    private VersionShape() {}

    static Version takeAt(long address, Memory memory) {
        return new Version(memory.getByte(address) & 0xFF, memory.getByte(address + 1) & 0xFF);
    }

    static void leaveAt(Version value, long address, Memory memory) {
        memory.putByte(address, (byte) value.major());
        memory.putByte(address + 1, (byte) value.minor());
    }

    /// Inside the frame.
    record Inside(List<Field> fields) implements Shape<Version> {
        Inside() {
            this(List.of(Field.bytes(SIZE)));
        }

        @Override
        public void give(Version value, Frame frame, int[] at, Room room) {
            leaveAt(value, frame.address() + at[0], frame.memory());
        }

        @Override
        public Version take(Frame frame, int[] at, Memory memory) {
            return takeAt(frame.address() + at[0], frame.memory());
        }

        @Override
        public void leave(Version value, Frame frame, int[] at, Memory memory) {
            leaveAt(value, frame.address() + at[0], memory);
        }
    }

    /// Behind a pointer; null is NULL_PTR.
    record Behind(List<Field> fields) implements Shape<@Nullable Version> {
        Behind(Abi abi) {
            this(List.of(Field.pointer(abi)));
        }

        @Override
        public void give(@Nullable Version value, Frame frame, int[] at, Room room) {
            if (value != null) {
                long address = room.allocate(SIZE);
                leaveAt(value, address, room);
                frame.memory().pointer(frame.address() + at[0], address);
            }
        }

        @Override
        public @Nullable Version take(Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            return address == 0 ? null : takeAt(address, memory.block(address, SIZE));
        }

        @Override
        public void leave(@Nullable Version value, Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            if (address != 0 && value != null) {
                leaveAt(value, address, memory);
            }
        }
    }
}
