package dev.tokki.nativeadapter.layout;

import java.util.List;

/// Numbers and truth values that lie in the frame itself.
final class Scalar {
    private Scalar() {}

    /// `CK_ULONG` and its kin.
    record ULong(List<Field> fields) implements Shape<Long> {
        ULong(Abi abi) {
            this(List.of(Field.ulong(abi)));
        }

        @Override
        public void give(Long value, Frame frame, int[] at, Room room) {
            frame.memory().ulong(frame.address() + at[0], value);
        }

        @Override
        public Long take(Frame frame, int[] at, Memory memory) {
            return frame.memory().ulong(frame.address() + at[0]);
        }

        @Override
        public void leave(Long value, Frame frame, int[] at, Memory memory) {
            memory.ulong(frame.address() + at[0], value);
        }
    }

    /// An address that means nothing to a module, `CK_VOID_PTR`.
    record Address(List<Field> fields) implements Shape<Long> {
        Address(Abi abi) {
            this(List.of(Field.pointer(abi)));
        }

        @Override
        public void give(Long value, Frame frame, int[] at, Room room) {
            frame.memory().pointer(frame.address() + at[0], value);
        }

        @Override
        public Long take(Frame frame, int[] at, Memory memory) {
            return frame.memory().pointer(frame.address() + at[0]);
        }
    }

    /// A number of one byte, `CK_BYTE`.
    record Octet(List<Field> fields) implements Shape<Long> {
        Octet() {
            this(List.of(Field.BYTE));
        }

        @Override
        public void give(Long value, Frame frame, int[] at, Room room) {
            frame.memory().putByte(frame.address() + at[0], value.byteValue());
        }

        @Override
        public Long take(Frame frame, int[] at, Memory memory) {
            return (long) (frame.memory().getByte(frame.address() + at[0]) & 0xFF);
        }
    }

    /// `CK_BBOOL`.
    record Bool(List<Field> fields) implements Shape<Boolean> {
        Bool() {
            this(List.of(Field.BYTE));
        }

        @Override
        public void give(Boolean value, Frame frame, int[] at, Room room) {
            frame.memory().putByte(frame.address() + at[0], (byte) (value ? 1 : 0));
        }

        @Override
        public Boolean take(Frame frame, int[] at, Memory memory) {
            return frame.memory().getByte(frame.address() + at[0]) != 0;
        }
    }
}
