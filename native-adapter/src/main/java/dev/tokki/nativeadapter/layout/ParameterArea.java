package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.api.parameter.Structure;
import java.util.List;
import java.util.Optional;

/// A mechanism's parameter: what `pParameter` points to, and `ulParameterLen` (section 3.5).
final class ParameterArea {
    private final Structures structures;

    ParameterArea(Structures structures) {
        this.structures = structures;
    }

    /// {@return the length of a parameter in C}
    long sizeOf(Parameter parameter) {
        return switch (parameter) {
            case Parameter.None none -> 0;
            case Parameter.Raw(Bytes bytes) -> bytes.length();
            case Parameter.ULong number -> structures.abi().ulongSize();
            case Structure structure -> structures.of(structure).size();
        };
    }

    /// {@return the address of a parameter laid into the room, or NULL_PTR}
    long give(Parameter parameter, Room room) {
        return switch (parameter) {
            case Parameter.None none -> 0;
            case Parameter.Raw(Bytes bytes) -> BytesShape.give(bytes, room);
            case Parameter.ULong(long number) -> {
                long address = room.allocate(structures.abi().ulongSize());
                room.ulong(address, number);
                yield address;
            }
            case Structure structure -> structures.of(structure).give(structure, null, room);
        };
    }

    /// {@return the parameter that lies there, by the first of the candidates whose size is right and which can be
    /// read}
    Parameter take(long address, long length, List<Class<? extends Parameter>> candidates, Memory memory) {
        if (address == 0) {
            return length == 0 ? Parameter.none() : new Parameter.Raw(Bytes.nullOf(length));
        }
        for (Class<? extends Parameter> candidate : candidates) {
            if (candidate == Parameter.ULong.class) {
                if (length == structures.abi().ulongSize()) {
                    return new Parameter.ULong(memory.ulong(address));
                }
            } else if (Structure.class.isAssignableFrom(candidate)) {
                StructurePlan<? extends Structure> plan = structures.of(candidate.asSubclass(Structure.class));
                if (length == plan.size()) {
                    Optional<Parameter> taken = tryTake(plan, address, memory);
                    if (taken.isPresent()) {
                        return taken.get();
                    }
                }
            }
        }
        return new Parameter.Raw(Bytes.of(memory.read(address, length)));
    }

    /// Of two structures of one size, the wrong one has a pointer where the right one has a length.
    private static Optional<Parameter> tryTake(StructurePlan<? extends Structure> plan, long address, Memory memory) {
        try {
            return Optional.of(plan.take(address, memory));
        } catch (BadAddressException e) {
            return Optional.empty();
        }
    }

    /// {@return whether a module may write into such a parameter}
    boolean isWritten(Parameter parameter) {
        return parameter instanceof Structure structure
                && structures.of(structure).isWritten();
    }

    /// {@return a parameter as the module left it; as it was given, if the module left nonsense}
    Parameter collect(Parameter given, long address, Memory memory) {
        try {
            Parameter left = take(address, sizeOf(given), List.of(given.getClass()), memory);
            return left.getClass() == given.getClass() ? left : given;
        } catch (BadAddressException e) {
            return given;
        }
    }

    /// Writes what the module changed of a parameter.
    void leave(Parameter parameter, long address, Memory memory) {
        if (parameter instanceof Structure structure && address != 0) {
            structures.of(structure).leave(structure, address, null, memory);
        }
    }
}
