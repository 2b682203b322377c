package dev.tokki.nativeadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.api.Function;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckr;
import dev.tokki.nativeadapter.layout.Abi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tables of functions that lie, in this process's memory.
class DiscoveryTest {
    private static final int OF_2_40 = 68;
    private static final List<Function> OF_3_2 = List.of(Function.values());
    private static final int ALL = OF_3_2.size();

    private final Arena arena = Arena.ofShared();
    private final LocalMemory memory = new LocalMemory(Abi.LP64);
    private final Map<String, MemorySegment> exports = new HashMap<>();
    private final MemorySegment code = stub("function", 1);

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void aFunctionListHas68FunctionsWhateverVersionItClaims() {
        export(table(3, 2, OF_2_40));
        FunctionTable found = discovery().find(Version.V3_2);
        assertThat(found.version()).isEqualTo(new Version(3, 2));
        assertThat(found.has(Function.WAIT_FOR_SLOT_EVENT)).isTrue();
        assertThat(found.has(Function.LOGIN_USER)).isFalse();
        assertThat(found.has(Function.ENCAPSULATE_KEY)).isFalse();
    }

    @Test
    void anInterfaceHasTheFunctionsOfItsVersion() {
        exportInterface(table(3, 0, ALL));
        FunctionTable found = discovery().find(Version.V3_2);
        assertThat(found.has(Function.LOGIN_USER)).isTrue();
        assertThat(found.has(Function.ENCAPSULATE_KEY)).isFalse();
    }

    @Test
    void entriesBehindTheEndOfATableThatPointToNoCodeAreAbsent() {
        MemorySegment table = table(3, 2, ALL - 2);
        for (int entry = ALL - 2; entry < ALL; entry++) {
            memory.pointer(table.address() + 8L * (entry + 1), 0x1234);
        }
        exportInterface(table);
        FunctionTable found = discovery().find(Version.V3_2);
        assertThat(found.has(OF_3_2.get(OF_3_2.size() - 3))).isTrue();
        assertThat(found.has(OF_3_2.get(OF_3_2.size() - 2))).isFalse();
        assertThat(found.has(OF_3_2.getLast())).isFalse();
    }

    @Test
    void aNewerTableIsReadAsFarAsWeKnowIt() {
        exportInterface(table(3, 9, ALL));
        FunctionTable found = discovery().find(Version.V3_2);
        assertThat(found.has(OF_3_2.getLast())).isTrue();
    }

    @Test
    void anEntryThatIsNullIsAbsent() {
        MemorySegment table = table(2, 40, OF_2_40);
        memory.pointer(table.address() + 8, 0);
        export(table);
        FunctionTable found = discovery().find(Version.V3_2);
        assertThat(found.has(Function.INITIALIZE)).isFalse();
        assertThat(found.has(Function.FINALIZE)).isTrue();
    }

    @Test
    void whoWantsVersion240GetsTheFunctionList() {
        export(table(2, 40, OF_2_40));
        exportInterface(table(3, 2, ALL));
        assertThat(discovery().find(Version.V2_40)).hasToString("a table of version 2.40 from C_GetFunctionList");
    }

    @Test
    void aTableThatIsNowhereIsNoTable() {
        export(MemorySegment.ofAddress(0x10));
        assertThatThrownBy(() -> discovery().find(Version.V3_2))
                .isInstanceOf(ModuleLoadException.class)
                .hasMessageContaining("so it is no PKCS#11 module");
    }

    @Test
    void aRefusalOfTheListIsTold() {
        exports.put("C_GetFunctionList", stub("refusal", 1));
        assertThatThrownBy(() -> discovery().find(Version.V3_2))
                .isInstanceOf(ModuleLoadException.class)
                .hasMessageContaining("C_GetFunctionList returns 0x6");
    }

    @Test
    void aLibraryWithoutTheExportsIsNoModule() {
        assertThatThrownBy(() -> discovery().find(Version.V3_2)).isInstanceOf(ModuleLoadException.class);
    }

    private Discovery discovery() {
        SymbolLookup symbols = name -> Optional.ofNullable(exports.get(name));
        return new Discovery(Path.of("lying.so"), symbols, Abi.LP64);
    }

    private MemorySegment table(int major, int minor, int functions) {
        MemorySegment table = arena.allocate(8L * (ALL + 1), 8);
        table.set(ValueLayout.JAVA_BYTE, 0, (byte) major);
        table.set(ValueLayout.JAVA_BYTE, 1, (byte) minor);
        for (int entry = 1; entry <= functions; entry++) {
            memory.pointer(table.address() + 8L * entry, code.address());
        }
        return table;
    }

    private void export(MemorySegment table) {
        answer = table.address();
        exports.put("C_GetFunctionList", stub("list", 1));
    }

    private void exportInterface(MemorySegment table) {
        MemorySegment structure = arena.allocate(24, 8);
        memory.pointer(structure.address() + 8, table.address());
        structureAddress = structure.address();
        exports.put("C_GetInterface", stub("structure", 4));
    }

    private long answer;
    private long structureAddress;

    /// A function of a table; never called here.
    long function(long argument) {
        return argument;
    }

    /// `C_GetFunctionList`.
    long list(long place) {
        memory.pointer(place, answer);
        return Ckr.OK;
    }

    /// `C_GetFunctionList` of a module that is not well.
    long refusal(long place) {
        return place == 0 ? Ckr.ARGUMENTS_BAD : Ckr.FUNCTION_FAILED;
    }

    /// `C_GetInterface`.
    long structure(long name, long version, long place, long flags) {
        memory.pointer(place, name != 0 && version >= 0 && flags == 0 ? structureAddress : 0);
        return Ckr.OK;
    }

    private MemorySegment stub(String method, int words) {
        try {
            MethodType type = MethodType.methodType(long.class, Collections.nCopies(words, (Class<?>) long.class));
            return MemorySegment.ofAddress(
                    Foreign.callback(MethodHandles.lookup().bind(this, method, type), words, arena));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
