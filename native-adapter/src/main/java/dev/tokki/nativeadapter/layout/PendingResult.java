package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import java.util.List;

/// `pValue` of `CK_ASYNC_DATA`: the module lets it point to the buffer that the operation was started with (section
/// 5.21.1). The caller passes NULL_PTR.
record PendingResult(List<Field> fields) implements Shape<Bytes> {
    private static final String LENGTH = "length";

    PendingResult(Abi abi) {
        this(List.of(Field.pointer(abi)));
    }

    @Override
    public void give(Bytes value, Frame frame, int[] at, Room room) {
        frame.memory().pointer(frame.address() + at[0], BytesShape.give(value, room));
    }

    @Override
    public Bytes take(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        return address == 0 ? Bytes.NULL : Bytes.of(memory.read(address, frame.number(LENGTH)));
    }

    @Override
    public void leave(Bytes value, Frame frame, int[] at, Memory memory) {
        memory.pointer(
                frame.address() + at[0], value.isNull() ? 0 : Caller.of(memory).pending(value));
    }
}
