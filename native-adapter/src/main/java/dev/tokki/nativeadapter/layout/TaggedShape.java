package dev.tokki.nativeadapter.layout;

import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import java.util.List;

/// A pointer and a length whose meaning the number `type` before them tells.
///
/// @param structure the record that they are in
record TaggedShape(List<Field> fields, ParameterArea area, Class<?> structure) implements Shape<Parameter> {
    private static final String TAG = "type";

    TaggedShape(Abi abi, ParameterArea area, Class<?> structure) {
        this(List.of(Field.pointer(abi), Field.ulong(abi)), area, structure);
    }

    @Override
    public void give(Parameter value, Frame frame, int[] at, Room room) {
        frame.memory().pointer(frame.address() + at[0], area.give(value, room));
        frame.memory().ulong(frame.address() + at[1], area.sizeOf(value));
    }

    @Override
    public Parameter take(Frame frame, int[] at, Memory memory) {
        return area.take(
                frame.memory().pointer(frame.address() + at[0]),
                frame.memory().ulong(frame.address() + at[1]),
                ParameterTypes.within(structure, frame.number(TAG)),
                memory);
    }
}
