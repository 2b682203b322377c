package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Out;
import dev.tokki.api.constant.Ckr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Output of fixed size: a pointer to its place.
record OutShape<T>(List<Field> fields, Target<T> target) implements OutputShape<Out<T>, T> {
    OutShape(Abi abi, Target<T> target) {
        this(List.of(Field.pointer(abi)), target);
    }

    @Override
    public void give(Out<T> value, Frame frame, int[] at, Room room) {
        frame.memory().pointer(frame.address() + at[0], value.isNull() ? 0 : room.allocate(target.size()));
    }

    @Override
    public Out<T> take(Frame frame, int[] at, Memory memory) {
        return frame.memory().pointer(frame.address() + at[0]) == 0 ? Out.nullPointer() : Out.here();
    }

    @Override
    public @Nullable T collect(Out<T> value, long rv, Frame frame, int[] at, Memory memory) {
        long place = frame.memory().pointer(frame.address() + at[0]);
        return place == 0 || rv != Ckr.OK ? null : target.take(place, memory);
    }

    @Override
    public void leave(Out<T> value, T output, Frame frame, int[] at, Caller caller) {
        long place = frame.memory().pointer(frame.address() + at[0]);
        if (place != 0) {
            target.leave(output, place, caller);
        }
    }
}
