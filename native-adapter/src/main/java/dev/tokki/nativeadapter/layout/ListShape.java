package dev.tokki.nativeadapter.layout;

import java.util.ArrayList;
import java.util.List;

/// A pointer to an array of structures, and their number next to it, in either order. An empty list is NULL_PTR.
///
/// @param pointer index of the pointer among the two fields
/// @param count index of the number
record ListShape<S>(List<Field> fields, StructurePlan<S> plan, int pointer, int count) implements Shape<List<S>> {
    static <S> ListShape<S> pointerFirst(Abi abi, StructurePlan<S> plan) {
        return new ListShape<>(List.of(Field.pointer(abi), Field.ulong(abi)), plan, 0, 1);
    }

    static <S> ListShape<S> countFirst(Abi abi, StructurePlan<S> plan) {
        return new ListShape<>(List.of(Field.ulong(abi), Field.pointer(abi)), plan, 1, 0);
    }

    @Override
    public void give(List<S> value, Frame frame, int[] at, Room room) {
        if (!value.isEmpty()) {
            long next = room.allocate((long) value.size() * plan.size());
            frame.memory().pointer(frame.address() + at[pointer], next);
            frame.memory().ulong(frame.address() + at[count], value.size());
            for (S structure : value) {
                plan.give(structure, next, frame, room);
                next += plan.size();
            }
        }
    }

    @Override
    public List<S> take(Frame frame, int[] at, Memory memory) {
        long next = frame.memory().pointer(frame.address() + at[pointer]);
        long number = frame.memory().ulong(frame.address() + at[count]);
        if (number < 0 || number > Memory.LIMIT / plan.size() || (next == 0 && number != 0)) {
            throw new BadAddressException(next, number);
        }
        Memory near = memory.block(next, number * plan.size());
        List<S> structures = new ArrayList<>();
        for (long i = 0; i < number; i++) {
            structures.add(plan.take(next, near, frame, memory));
            next += plan.size();
        }
        return structures;
    }

    @Override
    public void leave(List<S> value, Frame frame, int[] at, Memory memory) {
        long next = frame.memory().pointer(frame.address() + at[pointer]);
        if (next != 0) {
            for (S structure : value) {
                plan.leave(structure, next, frame, memory);
                next += plan.size();
            }
        }
    }
}
