package dev.tokki.nativeadapter.layout;

import dev.tokki.api.shape.RecordAccess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The layout of a C structure that a record describes, its components in the order of the structure's members.
///
/// @param <S> the record
final class StructurePlan<S> implements Target<S> {
    private final RecordAccess access;
    private final List<Shape<@Nullable Object>> shapes;
    private final Row row;
    private final int[] numbersFirst;
    private final int[] written;

    /// @param written indices of the components that a module may write
    StructurePlan(Abi abi, RecordAccess access, List<Shape<@Nullable Object>> shapes, int[] written) {
        this.access = access;
        this.shapes = shapes;
        this.row = Row.structure(access.toString(), abi, access.names(), shapes);
        this.numbersFirst = numbersFirst(shapes);
        this.written = written;
    }

    /// {@return whether a module may write any of it}
    boolean isWritten() {
        return written.length > 0;
    }

    /// Numbers may tell the lengths of what pointers before them point to, so they are laid out first.
    private static int[] numbersFirst(List<Shape<@Nullable Object>> shapes) {
        List<Integer> order = new ArrayList<>();
        for (boolean numbers : new boolean[] {true, false}) {
            for (int i = 0; i < shapes.size(); i++) {
                if ((Shape<?>) shapes.get(i) instanceof Scalar.ULong == numbers) {
                    order.add(i);
                }
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int size() {
        return row.size();
    }

    Row row() {
        return row;
    }

    List<Shape<@Nullable Object>> shapes() {
        return shapes;
    }

    /// {@return the address of the structure, laid into the room}
    long give(S value, @Nullable Frame outer, Room room) {
        long address = room.allocate(size());
        give(value, address, outer, room);
        return address;
    }

    void give(S value, long address, @Nullable Frame outer, Room room) {
        Frame frame = new Frame(room, address, row, outer);
        for (int i : numbersFirst) {
            shapes.get(i).give(access.get(value, i), frame, row.at(i), room);
        }
    }

    @Override
    public S take(long address, Memory memory) {
        return take(address, null, memory);
    }

    S take(long address, @Nullable Frame outer, Memory memory) {
        return take(address, memory.block(address, size()), outer, memory);
    }

    /// {@return the structure that lies in `near`, and what it points to in `memory`}
    @SuppressWarnings("unchecked") // the record is made by the constructor of S
    S take(long address, Memory near, @Nullable Frame outer, Memory memory) {
        Frame frame = new Frame(near, address, row, outer);
        @Nullable Object[] values = new @Nullable Object[shapes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = shapes.get(i).take(frame, row.at(i), memory);
        }
        return (S) access.make(values);
    }

    @Override
    public void leave(S value, long address, Caller caller) {
        leave(value, address, null, caller);
    }

    void leave(S value, long address, @Nullable Frame outer, Memory memory) {
        Frame frame = new Frame(memory.block(address, size()), address, row, outer);
        for (int i : written) {
            shapes.get(i).leave(access.get(value, i), frame, row.at(i), memory);
        }
    }
}
