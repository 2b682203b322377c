package dev.tokki.nativeadapter.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one component of a record lies in C.
///
/// `at` holds the addresses' offsets from the frame's begin, one per field.
///
/// @param <T> the component's type
interface Shape<T extends @Nullable Object> {
    /// {@return the C things that the component stands for}
    List<Field> fields();

    /// Lays a value into a frame of zero bytes, and what it points to into the room.
    void give(T value, Frame frame, int[] at, Room room);

    /// {@return the value that lies in a frame; what it points to is in `memory`}
    T take(Frame frame, int[] at, Memory memory);

    /// {@return the memory that [#take] will look at in any case, of a call's argument}
    default List<Ahead> ahead(int[] at) {
        return List.of();
    }

    /// Writes what the module changed of a value into the caller's memory.
    default void leave(T value, Frame frame, int[] at, Memory memory) {}
}
