package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Attribute;
import dev.tokki.api.AttributeKind;
import dev.tokki.api.Bytes;
import dev.tokki.api.Value;
import java.util.ArrayList;
import java.util.List;

/// An array of `CK_ATTRIBUTE` (section 3.4): type, pointer to the value, length of the value.
///
/// What the bytes of a value mean depends on the attribute's type; see [AttributeKind].
final class AttributeArray {
    private static final int TYPE = 0;
    private static final int POINTER = 1;
    private static final int LENGTH = 2;

    private final Abi abi;
    private final int[] at;
    private final int entrySize;

    AttributeArray(Abi abi) {
        this.abi = abi;
        Shape<Long> type = new Scalar.ULong(abi);
        Shape<Bytes> value = BytesShape.pointerFirst(abi);
        Row row = Row.structure("CK_ATTRIBUTE", abi, List.of("type", "value"), List.of(type, value));
        this.at = new int[] {row.at(0)[0], row.at(1)[0], row.at(1)[1]};
        this.entrySize = row.size();
    }

    /// {@return `sizeof(CK_ATTRIBUTE)`}
    int entrySize() {
        return entrySize;
    }

    long type(Memory memory, long entry) {
        return memory.ulong(entry + at[TYPE]);
    }

    long pointer(Memory memory, long entry) {
        return memory.pointer(entry + at[POINTER]);
    }

    long length(Memory memory, long entry) {
        return memory.ulong(entry + at[LENGTH]);
    }

    void type(Memory memory, long entry, long type) {
        memory.ulong(entry + at[TYPE], type);
    }

    void pointer(Memory memory, long entry, long address) {
        memory.pointer(entry + at[POINTER], address);
    }

    void length(Memory memory, long entry, long length) {
        memory.ulong(entry + at[LENGTH], length);
    }

    /// {@return the address of the first of these attributes, laid into the room}
    long give(List<Attribute> attributes, Room room) {
        long first = room.allocate((long) attributes.size() * entrySize);
        long entry = first;
        for (Attribute attribute : attributes) {
            type(room, entry, attribute.type());
            length(room, entry, sizeOf(attribute.value()));
            pointer(room, entry, give(attribute.value(), room));
            entry += entrySize;
        }
        return first;
    }

    /// {@return the attributes that lie there}
    List<Attribute> take(long first, long count, Memory memory) {
        Memory near = memory.block(first, sizeOf(first, count));
        List<Attribute> attributes = new ArrayList<>((int) count);
        long entry = first;
        for (long i = 0; i < count; i++) {
            long type = type(near, entry);
            attributes.add(new Attribute(type, take(type, pointer(near, entry), length(near, entry), memory)));
            entry += entrySize;
        }
        return attributes;
    }

    /// {@return the size of so many entries}
    ///
    /// @throws BadAddressException if nobody can mean so many
    long sizeOf(long first, long count) {
        if (count < 0 || count > Memory.LIMIT / entrySize) {
            throw new BadAddressException(first, count);
        }
        return count * entrySize;
    }

    /// {@return the length of a value in C, the padding within nested attributes included}
    long sizeOf(Value value) {
        return value instanceof Value.Template(List<Attribute> attributes)
                ? (long) attributes.size() * entrySize
                : value.sizeInC(abi.ulongSize(), abi.pointerSize());
    }

    private long give(Value value, Room room) {
        if (value instanceof Value.Raw raw && raw.bytes().isNull()) {
            return 0;
        }
        if (value instanceof Value.Template template) {
            return give(template.attributes(), room);
        }
        long address = room.allocate(sizeOf(value));
        write(value, address, room);
        return address;
    }

    /// Writes a value that points nowhere.
    void write(Value value, long address, Memory memory) {
        switch (value) {
            case Value.Bool(boolean truth) -> memory.putByte(address, (byte) (truth ? 1 : 0));
            case Value.ULong(long number) -> memory.ulong(address, number);
            case Value.Raw(Bytes bytes) -> memory.write(address, bytes.array());
            case Value.ULongArray(List<Long> numbers) -> {
                long next = address;
                for (long number : numbers) {
                    memory.ulong(next, number);
                    next += abi.ulongSize();
                }
            }
            case Value.Template template ->
                throw new IllegalArgumentException("a nested template consists of pointers: " + template);
        }
    }

    /// {@return the value of an attribute; raw bytes where they do not fit the attribute's kind}
    Value take(long type, long address, long length, Memory memory) {
        if (address == 0) {
            return new Value.Raw(Bytes.nullOf(length));
        }
        return switch (AttributeKind.of(type)) {
            case BOOL -> length == 1 ? bool(address, memory) : raw(address, length, memory);
            case ULONG ->
                length == abi.ulongSize() ? new Value.ULong(memory.ulong(address)) : raw(address, length, memory);
            case ULONG_ARRAY ->
                length % abi.ulongSize() == 0
                        ? new Value.ULongArray(ulongs(address, length / abi.ulongSize(), memory))
                        : raw(address, length, memory);
            case TEMPLATE ->
                length % entrySize == 0
                        ? new Value.Template(take(address, length / entrySize, memory))
                        : raw(address, length, memory);
            case TEXT, DATE, BIG_INTEGER, BYTES -> raw(address, length, memory);
        };
    }

    /// {@return the `CK_ULONG`s that lie there}
    static List<Long> ulongs(long address, long count, Memory memory) {
        int size = memory.abi().ulongSize();
        if (count < 0 || count > Memory.LIMIT / size) {
            throw new BadAddressException(address, count);
        }
        Memory near = memory.block(address, count * size);
        List<Long> numbers = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            numbers.add(near.ulong(address + i * size));
        }
        return numbers;
    }

    /// A `CK_BBOOL` is 0 or 1; another byte is kept as it is.
    private static Value bool(long address, Memory memory) {
        byte truth = memory.getByte(address);
        return truth == 0 || truth == 1 ? new Value.Bool(truth == 1) : new Value.Raw(Bytes.of(truth));
    }

    private static Value raw(long address, long length, Memory memory) {
        return new Value.Raw(Bytes.of(memory.read(address, length)));
    }
}
