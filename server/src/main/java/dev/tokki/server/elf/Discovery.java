package dev.tokki.server.elf;

import static dev.tokki.server.elf.Register.A0;
import static dev.tokki.server.elf.Register.A1;
import static dev.tokki.server.elf.Register.A2;
import static dev.tokki.server.elf.Register.FRAME;
import static dev.tokki.server.elf.Register.S0;
import static dev.tokki.server.elf.Register.S1;
import static dev.tokki.server.elf.Register.T0;
import static dev.tokki.server.elf.Register.T1;

import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;

/// The three functions that the module answers itself, since they are about the module (section 5.4): the function
/// list and the interfaces.
final class Discovery {
    /// Bytes of a `CK_INTERFACE`: name, function list, flags.
    static final int INTERFACE_SIZE = 24;

    private static final int ARGUMENTS = 0;
    private static final int FIRST = ARGUMENTS;
    private static final int SECOND = ARGUMENTS + 8;
    private static final int THIRD = ARGUMENTS + 16;
    private static final int FOURTH = ARGUMENTS + 24;
    private static final int FRAME_SIZE = 80;
    private static final int VERSIONS = ModuleFile.VERSIONS.size();

    private final Machine m;

    Discovery(Machine machine) {
        this.m = machine;
    }

    void write() {
        getFunctionList();
        getInterfaceList();
        getInterface();
        m.label("ok");
        m.set(S0, Ckr.OK);
        m.leave(S0);
        m.label("arguments bad");
        m.set(S0, Ckr.ARGUMENTS_BAD);
        m.leave(S0);
    }

    /// `C_GetFunctionList(ppFunctionList)`: the list of version 2.40, whose size every program knows.
    private void getFunctionList() {
        begin("C_GetFunctionList");
        m.load(A0, FRAME, FIRST);
        m.jumpIfEqual(A0, 0, "arguments bad");
        m.address(T0, ModuleFile.listLabel(VERSIONS - 1));
        m.store(A0, 0, T0);
        m.jump("ok");
    }

    /// `C_GetInterfaceList(pInterfacesList, pulCount)`
    private void getInterfaceList() {
        begin("C_GetInterfaceList");
        m.load(A1, FRAME, SECOND);
        m.jumpIfEqual(A1, 0, "arguments bad");
        m.load(A0, FRAME, FIRST);
        m.jumpIfEqual(A0, 0, "tell the number");
        m.load(T0, A1, 0);
        m.set(T1, VERSIONS);
        m.jumpIfBelow(T0, T1, "too few");
        m.address(A2, "interfaces");
        for (int offset = 0; offset < VERSIONS * INTERFACE_SIZE; offset += 8) {
            m.load(T0, A2, offset);
            m.store(A0, offset, T0);
        }
        m.label("tell the number");
        m.set(T0, VERSIONS);
        m.store(A1, 0, T0);
        m.jump("ok");
        m.label("too few");
        m.store(A1, 0, T1);
        m.set(S0, Ckr.BUFFER_TOO_SMALL);
        m.leave(S0);
    }

    /// `C_GetInterface(pInterfaceName, pVersion, ppInterface, flags)`: the newest that fits.
    private void getInterface() {
        begin("C_GetInterface");
        m.load(T0, FRAME, THIRD);
        m.jumpIfEqual(T0, 0, "arguments bad");
        m.load(T0, FRAME, FOURTH);
        m.jumpIfEqual(T0, 0, "flags fit");
        m.jumpIfNotEqual(T0, (int) Ckf.INTERFACE_FORK_SAFE, "arguments bad");
        m.label("flags fit");
        m.load(A0, FRAME, FIRST);
        m.jumpIfEqual(A0, 0, "name fits");
        m.address(A1, "interfaceName");
        m.label("compare names");
        m.load8(T0, A0, 0);
        m.load8(T1, A1, 0);
        m.jumpIfNotEqual(T0, T1, "arguments bad");
        m.jumpIfEqual(T0, 0, "name fits");
        m.add(A0, 1);
        m.add(A1, 1);
        m.jump("compare names");
        m.label("name fits");
        m.address(S0, "interfaces");
        m.load(A0, FRAME, SECOND);
        m.jumpIfEqual(A0, 0, "found");
        m.move(S1, S0);
        m.add(S1, VERSIONS * INTERFACE_SIZE);
        m.label("compare versions");
        m.load(A1, S0, 8);
        m.load8(T0, A0, 0);
        m.load8(T1, A1, 0);
        m.jumpIfNotEqual(T0, T1, "another version");
        m.load8(T0, A0, 1);
        m.load8(T1, A1, 1);
        m.jumpIfEqual(T0, T1, "found");
        m.label("another version");
        m.add(S0, INTERFACE_SIZE);
        m.jumpIfBelow(S0, S1, "compare versions");
        m.jump("arguments bad");
        m.label("found");
        m.load(A0, FRAME, THIRD);
        m.store(A0, 0, S0);
        m.jump("ok");
    }

    private void begin(String function) {
        m.align(16);
        m.label(function);
        m.enter(FRAME_SIZE, ARGUMENTS);
    }
}
