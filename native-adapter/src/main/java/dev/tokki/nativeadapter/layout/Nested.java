package dev.tokki.nativeadapter.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A structure within another: inside it, or behind a pointer.
final class Nested {
    private Nested() {}

    /// Inside the frame.
    record Inside<S>(List<Field> fields, StructurePlan<S> plan) implements Shape<S> {
        Inside(StructurePlan<S> plan) {
            this(List.of(new Field(plan.row().size(), plan.row().alignment())), plan);
        }

        @Override
        public void give(S value, Frame frame, int[] at, Room room) {
            plan.give(value, frame.address() + at[0], frame, room);
        }

        @Override
        public S take(Frame frame, int[] at, Memory memory) {
            return plan.take(frame.address() + at[0], frame.memory(), frame, memory);
        }

        @Override
        public void leave(S value, Frame frame, int[] at, Memory memory) {
            plan.leave(value, frame.address() + at[0], frame, memory);
        }
    }

    /// Behind a pointer; null is NULL_PTR.
    record Behind<S>(List<Field> fields, StructurePlan<S> plan) implements Shape<@Nullable S> {
        Behind(Abi abi, StructurePlan<S> plan) {
            this(List.of(Field.pointer(abi)), plan);
        }

        @Override
        public void give(@Nullable S value, Frame frame, int[] at, Room room) {
            if (value != null) {
                frame.memory().pointer(frame.address() + at[0], plan.give(value, frame, room));
            }
        }

        @Override
        public List<Ahead> ahead(int[] at) {
            return List.of(Ahead.one(at[0], plan.size()));
        }

        @Override
        public @Nullable S take(Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            return address == 0 ? null : plan.take(address, frame, memory);
        }

        @Override
        public void leave(@Nullable S value, Frame frame, int[] at, Memory memory) {
            long address = frame.memory().pointer(frame.address() + at[0]);
            if (address != 0 && value != null) {
                plan.leave(value, address, frame, memory);
            }
        }
    }
}
