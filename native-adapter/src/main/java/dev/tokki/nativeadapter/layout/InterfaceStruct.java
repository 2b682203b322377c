package dev.tokki.nativeadapter.layout;

import dev.tokki.api.Interface;
import dev.tokki.api.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `CK_INTERFACE` (section 3.6): pointer to the name, pointer to the function list, flags.
///
/// An [Interface] has the version in place of the function list, at whose head it is.
final class InterfaceStruct {
    private final Row row;
    private final int name;
    private final int functionList;
    private final int flags;

    InterfaceStruct(Abi abi) {
        Shape<?> pointer = new Scalar.Address(abi);
        row = Row.structure(
                "CK_INTERFACE",
                abi,
                List.of("name", "functionList", "flags"),
                List.of(pointer, pointer, new Scalar.ULong(abi)));
        name = row.at(0)[0];
        functionList = row.at(1)[0];
        flags = row.at(2)[0];
    }

    int size() {
        return row.size();
    }

    Interface take(long address, Memory memory) {
        Memory near = memory.block(address, size());
        long text = near.pointer(address + name);
        long list = near.pointer(address + functionList);
        return new Interface(
                text == 0 ? "" : new String(memory.textBytes(text), StandardCharsets.UTF_8),
                list == 0 ? new Version(0, 0) : VersionShape.takeAt(list, memory),
                near.ulong(address + flags));
    }

    /// Writes the structure.
    ///
    /// @param address where it goes
    /// @param text address of the name
    /// @param list address of the function list
    void give(long address, long text, long list, long flagsValue, Memory memory) {
        memory.pointer(address + name, text);
        memory.pointer(address + functionList, list);
        memory.ulong(address + flags, flagsValue);
    }

    /// Writes an entry of C_GetInterfaceList. Its pointers are those of the interface that lies in the program.
    void leave(Interface found, long address, Caller caller) {
        long original = caller.interfaceAt(found);
        long text = caller.pointer(original + name);
        give(address, text, caller.pointer(original + functionList), found.flags(), caller);
    }
}
