package dev.tokki.nativeadapter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import dev.tokki.api.Version;
import dev.tokki.api.parameter.Layout;
import dev.tokki.api.parameter.Structure;
import dev.tokki.api.parameter.Written;
import dev.tokki.api.shape.RecordAccess;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// What a module writes into a parameter comes back to the caller: tags, generated nonces, handles of derived keys.
final class WrittenParameterProperties {
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatAModuleWritesComesBack(@ForAll("written") Structure given, @ForAll long seed) {
        for (Abi abi : List.of(Abi.LP64, Abi.LLP64, Abi.ILP32)) {
            ParameterArea area = new Structures(abi).parameters();
            SimulatedMemory memory = new SimulatedMemory(abi, List.of());
            long address = area.give(given, memory);
            Structure left = (Structure) rewritten(given, new Random(seed));
            area.leave(left, address, memory);
            assertThat(area.collect(given, address, memory)).isEqualTo(left);
        }
    }

    @Provide
    Arbitrary<Structure> written() {
        Structures structures = new Structures(Abi.LLP64);
        return Arbitraries.of(Records.parameters().stream()
                        .filter(Told::standsAlone)
                        .filter(type -> structures.of(type).isWritten())
                        .toList())
                .flatMap(new Samples(Abi.ILP32)::structure);
    }

    /// {@return the same structure with other values in the members that a module may write}
    private static Object rewritten(Object structure, Random random) {
        RecordAccess access = new RecordAccess(structure.getClass());
        @Nullable Object[] values = new @Nullable Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rewritten(access.components().get(i), access.get(structure, i), random);
        }
        return access.make(values);
    }

    private static @Nullable Object rewritten(RecordComponent component, @Nullable Object value, Random random) {
        boolean isWritten = component.isAnnotationPresent(Written.class);
        return switch (value) {
            case null -> null;
            case Bytes bytes when isWritten && !bytes.isNull() -> rewritten(component, bytes, random);
            case Long number when isWritten -> (long) random.nextInt(Integer.MAX_VALUE);
            case Version version when isWritten -> new Version(3, random.nextInt(4));
            case Structure nested -> rewritten(nested, random);
            case List<?> list ->
                list.stream()
                        .map(nested -> nested instanceof Structure ? rewritten(nested, random) : nested)
                        .toList();
            default -> value;
        };
    }

    /// Where the length comes back too, there may be less than there was room for.
    private static Bytes rewritten(RecordComponent component, Bytes room, Random random) {
        boolean toldElsewhere = Told.lies(component, Layout.Kind.POINTER);
        byte[] bytes = new byte[toldElsewhere ? (int) room.length() : random.nextInt((int) room.length() + 1)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
