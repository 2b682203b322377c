package dev.tokki.nativeadapter;

import dev.tokki.api.Function;
import dev.tokki.api.Version;
import dev.tokki.nativeadapter.layout.Abi;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions of a module, by their addresses.
final class FunctionTable {
    private static final MethodHandle WORD = word();

    private final Version version;
    private final String origin;
    private final Map<Function, Long> addresses;

    /// @param version the version at the table's head
    /// @param origin where the table was found
    /// @param addresses the functions; those absent are not in it
    FunctionTable(Version version, String origin, Map<Function, Long> addresses) {
        this.version = version;
        this.origin = origin;
        this.addresses = Map.copyOf(addresses);
    }

    Version version() {
        return version;
    }

    boolean has(Function function) {
        return addresses.containsKey(function);
    }

    /// {@return a handle of type `(long)long`, from the address of a function's words to its return value; null if the
    /// function is absent}
    @Nullable
    MethodHandle link(Function function, int words) {
        Long address = addresses.get(function);
        return address == null ? null : link(address, words);
    }

    private static MethodHandle link(long address, int words) {
        MethodHandle function = Foreign.function(MemorySegment.ofAddress(address), words);
        MethodHandle[] readers = new MethodHandle[words];
        for (int i = 0; i < words; i++) {
            readers[i] = MethodHandles.insertArguments(WORD, 1, Abi.WORD * i);
        }
        return MethodHandles.permuteArguments(
                MethodHandles.filterArguments(function, 0, readers),
                MethodType.methodType(long.class, long.class),
                new int[words]);
    }

    private static MethodHandle word() {
        try {
            return MethodHandles.lookup()
                    .findStatic(LocalMemory.class, "word", MethodType.methodType(long.class, long.class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "a table of version " + version + " from " + origin;
    }
}
