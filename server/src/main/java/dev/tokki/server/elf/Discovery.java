package dev.tokki.server.elf;

import static dev.tokki.server.elf.Register.A0;
import static dev.tokki.server.elf.Register.A1;
import static dev.tokki.server.elf.Register.A2;
import static dev.tokki.server.elf.Register.A3;
import static dev.tokki.server.elf.Register.FRAME;
import static dev.tokki.server.elf.Register.S0;
import static dev.tokki.server.elf.Register.S1;
import static dev.tokki.server.elf.Register.S2;
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
    private static final int NO_SUCH_CHANGE = 99;
    private static final int SIGNAL_SET_SIZE = 8;
    private static final int VERSIONS = ModuleFile.VERSIONS.size();

    private final Machine m;

    Discovery(Machine machine) {
        this.m = machine;
    }

    void write() {
        getFunctionList();
        getInterfaceList();
        getInterface();
        probes();
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
        checkWritable(FIRST, 1);
        m.load(A0, FRAME, FIRST);
        m.address(T0, ModuleFile.listLabel(VERSIONS - 1));
        m.store(A0, 0, T0);
        m.jump("ok");
    }

    /// `C_GetInterfaceList(pInterfacesList, pulCount)`
    private void getInterfaceList() {
        begin("C_GetInterfaceList");
        m.load(S1, FRAME, SECOND);
        checkReadable(S1);
        m.load(A0, FRAME, FIRST);
        m.jumpIfEqual(A0, 0, "tell the number");
        m.load(T0, S1, 0);
        m.set(T1, VERSIONS);
        m.jumpIfBelow(T0, T1, "too few");
        checkWritable(FIRST, VERSIONS * INTERFACE_SIZE / 8);
        m.load(A0, FRAME, FIRST);
        m.address(A2, "interfaces");
        for (int offset = 0; offset < VERSIONS * INTERFACE_SIZE; offset += 8) {
            m.load(T0, A2, offset);
            m.store(A0, offset, T0);
        }
        m.label("tell the number");
        checkWritable(SECOND, 1);
        m.set(T0, VERSIONS);
        m.store(S1, 0, T0);
        m.jump("ok");
        m.label("too few");
        checkWritable(SECOND, 1);
        m.set(T1, VERSIONS);
        m.store(S1, 0, T1);
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
        m.load(S0, FRAME, FIRST);
        m.jumpIfEqual(S0, 0, "name fits");
        m.address(S1, "interfaceName");
        m.label("compare names");
        checkReadable(S0);
        m.load8(T0, S0, 0);
        m.load8(T1, S1, 0);
        m.jumpIfNotEqual(T0, T1, "arguments bad");
        m.jumpIfEqual(T0, 0, "name fits");
        m.add(S0, 1);
        m.add(S1, 1);
        m.jump("compare names");
        m.label("name fits");
        m.address(S0, "interfaces");
        m.load(S2, FRAME, SECOND);
        m.jumpIfEqual(S2, 0, "found");
        checkReadable(S2);
        m.move(S1, S2);
        m.add(S1, 1);
        checkReadable(S1);
        m.move(S1, S0);
        m.add(S1, VERSIONS * INTERFACE_SIZE);
        m.label("compare versions");
        m.load(A1, S0, 8);
        m.load8(T0, S2, 0);
        m.load8(T1, A1, 0);
        m.jumpIfNotEqual(T0, T1, "another version");
        m.load8(T0, S2, 1);
        m.load8(T1, A1, 1);
        m.jumpIfEqual(T0, T1, "found");
        m.label("another version");
        m.add(S0, INTERFACE_SIZE);
        m.jumpIfBelow(S0, S1, "compare versions");
        m.jump("arguments bad");
        m.label("found");
        checkWritable(THIRD, 1);
        m.load(A0, FRAME, THIRD);
        m.store(A0, 0, S0);
        m.jump("ok");
    }

    /// Goes on if so many words at an argument can be written to.
    private void checkWritable(int argument, int words) {
        for (int word = 0; word < words; word++) {
            m.load(A2, FRAME, argument);
            m.jumpIfEqual(A2, 0, "arguments bad");
            m.add(A2, 8 * word);
            m.call("can be written");
            m.jumpIfNotEqual(T0, 0, "arguments bad");
        }
    }

    /// Goes on if the byte at an address, one of the `S` registers, can be read, and the rest of its eight.
    private void checkReadable(Register address) {
        m.move(A1, address);
        m.alignDown(A1);
        m.jumpIfEqual(A1, 0, "arguments bad");
        m.call("can be read");
        m.jumpIfEqual(T0, Transfers.EFAULT, "arguments bad");
    }

    /// Whether memory is there is asked of the kernel, by a system call that does nothing else: the signal mask as it
    /// is, written to `A2`; or a change of it that is none, read from `A1`.
    private void probes() {
        m.label("can be written");
        m.set(A0, 0);
        m.set(A1, 0);
        m.jump("ask");
        m.label("can be read");
        m.set(A0, NO_SUCH_CHANGE);
        m.set(A2, 0);
        m.label("ask");
        m.set(A3, SIGNAL_SET_SIZE);
        m.systemCall(SystemCall.RT_SIGPROCMASK, T0);
        m.ret();
    }

    private void begin(String function) {
        m.align(16);
        m.label(function);
        m.enter(FRAME_SIZE, ARGUMENTS);
    }
}
