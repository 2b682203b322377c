package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Function;
import dev.tokki.api.Mechanism;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.ParameterTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pointer to `CK_MECHANISM` (section 3.5): type, pointer to the parameter, length of the parameter. Null is
/// NULL_PTR.
final class MechanismShape implements Shape<@Nullable Mechanism>, Parameterised<@Nullable Mechanism> {
    private final List<Field> fields;
    private final ParameterArea area;
    private final @Nullable Function function;
    private final int type;
    private final int pointer;
    private final int length;
    private final int size;

    /// @param function whose argument it is; null within a parameter
    MechanismShape(Abi abi, ParameterArea area, @Nullable Function function) {
        Row row = Row.structure(
                "CK_MECHANISM",
                abi,
                List.of("type", "parameter"),
                List.of(new Scalar.ULong(abi), BytesShape.pointerFirst(abi)));
        this.fields = List.of(Field.pointer(abi));
        this.area = area;
        this.function = function;
        this.type = row.at(0)[0];
        this.pointer = row.at(1)[0];
        this.length = row.at(1)[1];
        this.size = row.size();
    }

    /// {@return `sizeof(CK_MECHANISM)`}
    int size() {
        return size;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public void give(@Nullable Mechanism value, Frame frame, int[] at, Room room) {
        if (value != null) {
            long address = room.allocate(size);
            room.ulong(address + type, value.type());
            room.pointer(address + pointer, area.give(value.parameter(), room));
            room.ulong(address + length, area.sizeOf(value.parameter()));
            frame.memory().pointer(frame.address() + at[0], address);
        }
    }

    @Override
    public List<Ahead> ahead(int[] at) {
        return List.of(Ahead.one(at[0], size));
    }

    @Override
    public @Nullable Mechanism take(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        if (address == 0) {
            return null;
        }
        Memory near = memory.block(address, size);
        long mechanism = near.ulong(address + type);
        return new Mechanism(
                mechanism,
                area.take(
                        near.pointer(address + pointer),
                        near.ulong(address + length),
                        function == null ? ParameterTypes.of(mechanism) : ParameterTypes.of(mechanism, function),
                        memory));
    }

    @Override
    public @Nullable Parameter collect(@Nullable Mechanism value, Frame frame, int[] at, Memory memory) {
        if (value == null || !area.isWritten(value.parameter())) {
            return null;
        }
        return area.collect(value.parameter(), parameter(frame, at, memory), memory);
    }

    @Override
    public void leave(Parameter written, Frame frame, int[] at, Memory memory) {
        area.leave(written, parameter(frame, at, memory), memory);
    }

    private long parameter(Frame frame, int[] at, Memory memory) {
        long address = frame.memory().pointer(frame.address() + at[0]);
        return address == 0 ? 0 : memory.pointer(address + pointer);
    }
}
