package dev.tokki.nativeadapter.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pointer to a `CK_ULONG`; null is NULL_PTR.
record NumberBehind(List<Field> fields) implements Shape<@Nullable Long> {
    NumberBehind(Abi abi) {
        this(List.of(Field.pointer(abi)));
    }

    @Override
    public void give(@Nullable Long value, Frame frame, int[] at, Room room) {
        if (value != null) {
            long address = room.allocate(room.abi().ulongSize());
            room.ulong(address, value);
            frame.memory().pointer(frame.address() + at[0], address);
        }
    }

    @Override
    public @Nullable Long take(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        return address == 0 ? null : memory.ulong(address);
    }

    @Override
    public void leave(@Nullable Long value, Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        if (address != 0 && value != null) {
            memory.ulong(address, value);
        }
    }
}
