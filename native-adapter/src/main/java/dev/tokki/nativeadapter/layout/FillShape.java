package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import dev.tokki.api.Fill;
import dev.tokki.api.Out;
import dev.tokki.api.ULongs;
import dev.tokki.api.constant.Ckr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Room whose size is given by value: a pointer and a length.
final class FillShape {
    private FillShape() {}

    /// Room for elements, into which somebody else looks: [FoundHandles], or who completes an asynchronous call.
    record Plain(List<Field> fields, int elementSize) implements Shape<Fill> {
        Plain(Abi abi, int elementSize) {
            this(List.of(Field.pointer(abi), Field.ulong(abi)), elementSize);
        }

        @Override
        public void give(Fill value, Frame frame, int[] at, Room room) {
            if (!value.isNull()) {
                if (value.length() < 0 || value.length() > Memory.LIMIT / elementSize) {
                    throw new NoRoomException(value.length());
                }
                frame.memory().pointer(frame.address() + at[0], room.allocate(value.length() * elementSize));
            }
            frame.memory().ulong(frame.address() + at[1], value.length());
        }

        @Override
        public Fill take(Frame frame, int[] at, Memory memory) {
            boolean isNull = frame.memory().pointer(frame.address() + at[0]) == 0;
            return new Fill(isNull, frame.memory().ulong(frame.address() + at[1]));
        }
    }

    /// Room for bytes that are all written (C_GenerateRandom).
    record Filled(List<Field> fields, Plain plain) implements OutputShape<Fill, Bytes> {
        Filled(Plain plain) {
            this(plain.fields(), plain);
        }

        @Override
        public void give(Fill value, Frame frame, int[] at, Room room) {
            plain.give(value, frame, at, room);
        }

        @Override
        public Fill take(Frame frame, int[] at, Memory memory) {
            return plain.take(frame, at, memory);
        }

        @Override
        public @Nullable Bytes collect(Fill value, long rv, Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            return rv != Ckr.OK || address == 0 ? null : Bytes.of(memory.read(address, value.length()));
        }

        @Override
        public void leave(Fill value, Bytes output, Frame frame, int[] at, Caller caller) {
            BytesShape.leave(output, frame.memory().pointer(frame.address() + at[0]), value.length(), caller);
        }
    }

    /// The number of handles found, which stands next to the room that they were written to (C_FindObjects).
    record FoundHandles(List<Field> fields, OutShape<Long> count, int elementSize)
            implements OutputShape<Out<Long>, ULongs> {
        FoundHandles(Abi abi) {
            this(List.of(Field.pointer(abi)), new OutShape<>(abi, new Target.ULong(abi)), abi.ulongSize());
        }

        @Override
        public void give(Out<Long> value, Frame frame, int[] at, Room room) {
            count.give(value, frame, at, room);
        }

        @Override
        public Out<Long> take(Frame frame, int[] at, Memory memory) {
            return count.take(frame, at, memory);
        }

        @Override
        public @Nullable ULongs collect(Out<Long> value, long rv, Frame frame, int[] at, Memory memory) {
            Long found = count.collect(value, rv, frame, at, memory);
            if (found == null) {
                return null;
            }
            boolean fits = handles(frame, at) != 0 && Long.compareUnsigned(found, most(frame, at)) <= 0;
            return fits
                    ? new ULongs(found, AttributeArray.ulongs(handles(frame, at), found, memory))
                    : ULongs.count(found);
        }

        @Override
        public void leave(Out<Long> value, ULongs output, Frame frame, int[] at, Caller caller) {
            count.leave(value, output.count(), frame, at, caller);
            if (handles(frame, at) != 0 && output.values() != null) {
                long next = handles(frame, at);
                for (long handle : output.values()) {
                    caller.ulong(next, handle);
                    next += elementSize;
                }
            }
        }

        private static long handles(Frame frame, int[] at) {
            return frame.memory().pointer(frame.address() + at[0] - 2L * Abi.WORD);
        }

        private static long most(Frame frame, int[] at) {
            return frame.memory().ulong(frame.address() + at[0] - Abi.WORD);
        }
    }
}
