package dev.tokki.server.elf;

import static dev.tokki.server.elf.Register.A0;
import static dev.tokki.server.elf.Register.A1;
import static dev.tokki.server.elf.Register.A2;
import static dev.tokki.server.elf.Register.A3;
import static dev.tokki.server.elf.Register.A4;
import static dev.tokki.server.elf.Register.A5;
import static dev.tokki.server.elf.Register.S1;
import static dev.tokki.server.elf.Register.T0;

/// Routines that move bytes, all of them or as many as there are; what they answer in `T0` is one of the numbers here.
final class Transfers {
    /// All bytes went.
    static final int DONE = 0;

    /// The connection is of no use any longer.
    static final int BROKEN = 1;

    /// There is no memory, or not all of it.
    static final int BAD_ADDRESS = 2;

    /// Errors of system calls, and the flag that keeps them from being signals.
    static final int EINTR = -4;

    static final int EFAULT = -14;
    static final int MSG_NOSIGNAL = 0x4000;

    private final Machine m;

    Transfers(Machine machine) {
        this.m = machine;
    }

    void write() {
        sendAll();
        receiveAll();
        pause();
    }

    /// Sends `A2` bytes at `A1` to `S1`; afterwards `A2` is what is left, and `T0` says how it went.
    private void sendAll() {
        transfer("send all", SystemCall.SENDTO, MSG_NOSIGNAL);
        m.label("all done");
        m.set(T0, DONE);
        m.ret();
        m.label("bad address");
        m.set(T0, BAD_ADDRESS);
        m.ret();
        m.label("broken");
        m.set(T0, BROKEN);
        m.ret();
    }

    /// Receives `A2` bytes from `S1` into memory at `A1`; answers as [#sendAll] does.
    private void receiveAll() {
        transfer("receive all", SystemCall.RECVFROM, 0);
    }

    private void transfer(String name, SystemCall call, int flags) {
        m.label(name);
        m.jumpIfEqual(A2, 0, "all done");
        m.move(A0, S1);
        m.set(A3, flags);
        m.set(A4, 0);
        m.set(A5, 0);
        m.systemCall(call, T0);
        m.jumpIfEqual(T0, EINTR, name);
        m.jumpIfEqual(T0, EFAULT, "bad address");
        m.jumpIfNotPositive(T0, "broken");
        m.add(A1, T0);
        m.subtract(A2, T0);
        m.jump(name);
    }

    /// Sleeps a little.
    private void pause() {
        m.label("pause");
        m.address(A0, "moment");
        m.set(A1, 0);
        m.systemCall(SystemCall.NANOSLEEP, T0);
        m.ret();
    }
}
