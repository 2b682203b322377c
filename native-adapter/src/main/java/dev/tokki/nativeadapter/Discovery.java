package dev.tokki.nativeadapter;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.tokki.api.Function;
import dev.tokki.api.Interface;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.Abi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds a module's table of functions (sections 5.4.4 to 5.4.6) and believes no more of it than can be true.
///
/// A table of C_GetFunctionList has the 68 functions of version 2.40, whatever version it claims. One of C_GetInterface
/// has those of its version. An entry that does not point to code is absent; so is one that cannot be read.
final class Discovery {
    private static final List<Version> WANTED = List.of(Version.V3_2, Version.V3_1, Version.V3_0);

    private final Path library;
    private final SymbolLookup symbols;
    private final LocalMemory memory;
    private final Abi abi;

    Discovery(Path library, SymbolLookup symbols, Abi abi) {
        this.library = library;
        this.symbols = symbols;
        this.abi = abi;
        this.memory = new LocalMemory(abi);
    }

    /// {@return the best table that the module offers}
    ///
    /// @param newest the newest version wanted
    FunctionTable find(Version newest) {
        Optional<FunctionTable> table = newest.compareTo(Version.V3_0) < 0 ? Optional.empty() : byInterface(newest);
        return table.or(this::byFunctionList)
                .orElseThrow(() -> new ModuleLoadException(
                        library, "exports neither C_GetInterface nor C_GetFunctionList, so it is no PKCS#11 module"));
    }

    private Optional<FunctionTable> byInterface(Version newest) {
        return symbols.find("C_GetInterface")
                .flatMap(address -> WANTED.stream()
                        .filter(version -> version.compareTo(newest) <= 0)
                        .map(version -> getInterface(address, version))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(() -> getInterface(address, null)));
    }

    private Optional<FunctionTable> getInterface(MemorySegment address, @Nullable Version version) {
        MethodHandle function = Foreign.function(address, 4);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(Abi.WORD);
            MemorySegment name = arena.allocateFrom(Interface.PKCS_11);
            MemorySegment wanted = version == null
                    ? MemorySegment.NULL
                    : arena.allocateFrom(JAVA_BYTE, (byte) version.major(), (byte) version.minor());
            long rv = abi.asUlong((long) function.invokeExact(name.address(), wanted.address(), place.address(), 0L));
            long found = memory.pointer(place.address());
            if (rv != Ckr.OK || found == 0) {
                return Optional.empty();
            }
            return table(memory.pointer(found + abi.pointerSize()), "C_GetInterface", Version.V3_2);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private Optional<FunctionTable> byFunctionList() {
        return symbols.find("C_GetFunctionList").flatMap(address -> {
            MethodHandle function = Foreign.function(address, 1);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment place = arena.allocate(Abi.WORD);
                long rv = abi.asUlong((long) function.invokeExact(place.address()));
                if (rv != Ckr.OK) {
                    throw new ModuleLoadException(library, "C_GetFunctionList returns 0x" + Long.toHexString(rv));
                }
                return table(memory.pointer(place.address()), "C_GetFunctionList", Version.V2_40);
            } catch (Throwable e) {
                throw rethrown(e);
            }
        });
    }

    /// @param largest the newest version whose functions such a table can hold
    private Optional<FunctionTable> table(long address, String origin, Version largest) {
        ProcessMap map = ProcessMap.now();
        long readable = map.readable(address);
        if (address == 0 || readable < abi.pointerSize()) {
            return Optional.empty();
        }
        Version version = new Version(memory.getByte(address) & 0xFF, memory.getByte(address + 1) & 0xFF);
        Version believed = version.compareTo(largest) < 0 ? version : largest;
        Map<Function, Long> addresses = new EnumMap<>(Function.class);
        // The version has two bytes; the alignment of what follows makes them a pointer's size, unless packed.
        long offset = abi.packing() == 1 ? 2 : abi.pointerSize();
        for (Function function : Function.values()) {
            boolean isIn = function.since().compareTo(believed) <= 0
                    || function.since().equals(Version.V2_40);
            if (isIn && offset + abi.pointerSize() <= readable) {
                long entry = memory.pointer(address + offset);
                if (entry != 0 && map.holdsCode(entry)) {
                    addresses.put(function, entry);
                }
            }
            offset += abi.pointerSize();
        }
        addExports(addresses, map);
        return Optional.of(new FunctionTable(version, origin, addresses));
    }

    /// The three functions that find the table can be called before there is one, so their exports count.
    private void addExports(Map<Function, Long> addresses, ProcessMap map) {
        for (Function function :
                List.of(Function.GET_FUNCTION_LIST, Function.GET_INTERFACE_LIST, Function.GET_INTERFACE)) {
            symbols.find(function.cName())
                    .map(MemorySegment::address)
                    .filter(map::holdsCode)
                    .ifPresent(address -> addresses.putIfAbsent(function, address));
        }
    }

    private static RuntimeException rethrown(Throwable e) {
        return switch (e) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(e);
        };
    }
}
