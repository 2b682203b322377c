package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Function;
import dev.tokki.api.parameter.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message's parameter: a pointer and a length, without the mechanism, which C_Message…Init named.
///
/// @param function whose argument it is
record MessageParameterShape(List<Field> fields, ParameterArea area, Function function)
        implements Shape<Parameter>, Parameterised<Parameter> {
    MessageParameterShape(Abi abi, ParameterArea area, Function function) {
        this(List.of(Field.pointer(abi), Field.ulong(abi)), area, function);
    }

    @Override
    public void give(Parameter value, Frame frame, int[] at, Room room) {
        frame.memory().pointer(frame.address() + at[0], area.give(value, room));
        frame.memory().ulong(frame.address() + at[1], area.sizeOf(value));
    }

    @Override
    public List<Ahead> ahead(int[] at) {
        return List.of(Ahead.several(at[0], at[1], 1));
    }

    @Override
    public Parameter take(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        long length = frame.memory().ulong(frame.address() + at[1]);
        List<Class<? extends Parameter>> candidates =
                address == 0 ? List.of() : Caller.of(memory).messageParameters(function, frame.number("session"));
        return area.take(address, length, candidates, memory);
    }

    @Override
    public @Nullable Parameter collect(Parameter value, Frame frame, int[] at, Memory memory) {
        if (!area.isWritten(value)) {
            return null;
        }
        return area.collect(value, frame.memory().pointer(frame.address() + at[0]), memory);
    }

    @Override
    public void leave(Parameter written, Frame frame, int[] at, Memory memory) {
        area.leave(written, frame.memory().pointer(frame.address() + at[0]), memory);
    }
}
