package dev.tokki.server.elf;

import static dev.tokki.server.elf.Register.A0;
import static dev.tokki.server.elf.Register.A1;
import static dev.tokki.server.elf.Register.A2;
import static dev.tokki.server.elf.Register.A3;
import static dev.tokki.server.elf.Register.A4;
import static dev.tokki.server.elf.Register.FRAME;
import static dev.tokki.server.elf.Register.S0;
import static dev.tokki.server.elf.Register.S1;
import static dev.tokki.server.elf.Register.S2;
import static dev.tokki.server.elf.Register.S3;
import static dev.tokki.server.elf.Register.T0;
import static dev.tokki.server.elf.Register.T1;

/// The part of a call that finds it a connection: one per thread that is in a call, kept for the next, none shared with
/// another process.
final class Connecting {
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM_CLOEXEC = 0x80001;
    private static final int SOL_SOCKET = 1;
    private static final int SO_PEERCRED = 17;
    private static final int PEERCRED_SIZE = 12;
    private static final int UID_IN_PEERCRED = 4;
    private static final int GRND_NONBLOCK = 1;

    private final Machine m;

    Connecting(Machine machine) {
        this.m = machine;
    }

    /// @param socketAddressLength length of the address at the label `socketAddress`
    void write(int socketAddressLength) {
        adoptProcess();
        pickConnection();
        connect(socketAddressLength);
    }

    /// After a fork the state is a copy of the parent's: the child closes the sockets it inherited and takes a new
    /// random number.
    ///
    /// A descriptor is closed only if its socket is still the one that was connected: the program may have closed
    /// and reused it.
    private void adoptProcess() {
        m.systemCall(SystemCall.GETPID, S2);
        m.loadAcquire(T0, S3);
        m.jumpIfEqual(T0, S2, "pick a connection");
        m.label("lock");
        m.move(A0, S3);
        m.add(A0, State.LOCK);
        m.acquire(T0, A0);
        m.jumpIfEqual(T0, 0, "locked");
        m.call("pause");
        m.jump("lock");
        m.label("locked");
        m.load(T0, S3, State.OWNER);
        m.jumpIfEqual(T0, S2, "unlock");
        m.move(S0, S3);
        m.add(S0, State.SLOTS);
        m.label("forget");
        m.load(A0, S0, State.DESCRIPTOR);
        m.jumpIfEqual(A0, 0, "forgotten");
        m.add(A0, -1);
        m.move(A1, FRAME);
        m.add(A1, CallFrame.STAT);
        m.systemCall(SystemCall.FSTAT, T0);
        m.jumpIfNotEqual(T0, 0, "forgotten");
        m.load(T0, FRAME, CallFrame.INODE_IN_STAT);
        m.load(T1, S0, State.INODE);
        m.jumpIfNotEqual(T0, T1, "forgotten");
        m.load(A0, S0, State.DESCRIPTOR);
        m.add(A0, -1);
        m.systemCall(SystemCall.CLOSE, T0);
        m.label("forgotten");
        m.set(T0, 0);
        m.store(S0, State.BUSY, T0);
        m.store(S0, State.DESCRIPTOR, T0);
        m.add(S0, State.SLOT_SIZE);
        m.move(T1, S3);
        m.add(T1, State.SLOTS_END);
        m.jumpIfBelow(S0, T1, "forget");
        m.move(A0, S3);
        m.add(A0, State.NONCE);
        m.set(A1, 8);
        m.set(A2, GRND_NONBLOCK);
        m.systemCall(SystemCall.GETRANDOM, T0);
        m.release(S3, S2);
        m.label("unlock");
        m.move(A0, S3);
        m.add(A0, State.LOCK);
        m.set(T0, 0);
        m.release(A0, T0);
    }

    /// One connection per thread that is in a call; a thread that finds all in use waits.
    private void pickConnection() {
        m.label("pick a connection");
        m.move(S0, S3);
        m.add(S0, State.SLOTS);
        m.label("try this one");
        m.acquire(T0, S0);
        m.jumpIfEqual(T0, 0, "picked");
        m.add(S0, State.SLOT_SIZE);
        m.move(T1, S3);
        m.add(T1, State.SLOTS_END);
        m.jumpIfBelow(S0, T1, "try this one");
        m.call("pause");
        m.jump("pick a connection");
        m.label("picked");
        m.load(S1, S0, State.DESCRIPTOR);
        m.jumpIfEqual(S1, 0, "connect");
        m.add(S1, -1);
        m.jump("send the call");
    }

    /// A new connection, to a daemon that must be root's or our own user's; then the hello.
    private void connect(int socketAddressLength) {
        m.label("connect");
        m.set(A0, AF_UNIX);
        m.set(A1, SOCK_STREAM_CLOEXEC);
        m.set(A2, 0);
        m.systemCall(SystemCall.SOCKET, S1);
        m.add(S1, 1);
        m.jumpIfNotPositive(S1, "no socket");
        m.add(S1, -1);
        m.move(A0, S1);
        m.address(A1, "socketAddress");
        m.set(A2, socketAddressLength);
        m.systemCall(SystemCall.CONNECT, T0);
        m.jumpIfNotEqual(T0, 0, "refused");
        m.set(T0, PEERCRED_SIZE);
        m.store(FRAME, CallFrame.WORD, T0);
        m.move(A0, S1);
        m.set(A1, SOL_SOCKET);
        m.set(A2, SO_PEERCRED);
        m.move(A3, FRAME);
        m.add(A3, CallFrame.WORDS);
        m.move(A4, FRAME);
        m.add(A4, CallFrame.WORD);
        m.systemCall(SystemCall.GETSOCKOPT, T0);
        m.jumpIfNotEqual(T0, 0, "refused");
        m.load32(S2, FRAME, CallFrame.WORDS + UID_IN_PEERCRED);
        m.jumpIfEqual(S2, 0, "trusted");
        m.systemCall(SystemCall.GETEUID, T0);
        m.jumpIfNotEqual(T0, S2, "refused");
        m.label("trusted");
        m.move(A0, S1);
        m.move(A1, FRAME);
        m.add(A1, CallFrame.STAT);
        m.systemCall(SystemCall.FSTAT, T0);
        m.jumpIfNotEqual(T0, 0, "refused");
        m.load(T0, FRAME, CallFrame.INODE_IN_STAT);
        m.store(S0, State.INODE, T0);
        m.set(T0, Protocol.MAGIC);
        m.store(FRAME, CallFrame.WORDS, T0);
        m.load(T0, S3, State.OWNER);
        m.store(FRAME, CallFrame.WORDS + 8, T0);
        m.load(T0, S3, State.NONCE);
        m.store(FRAME, CallFrame.WORDS + 16, T0);
        m.set(T0, 0);
        m.store(FRAME, CallFrame.WORDS + 24, T0);
        m.move(A1, FRAME);
        m.add(A1, CallFrame.WORDS);
        m.set(A2, Protocol.HELLO_SIZE);
        m.call("send all");
        m.jumpIfNotEqual(T0, Transfers.DONE, "refused");
        m.move(T0, S1);
        m.add(T0, 1);
        m.store(S0, State.DESCRIPTOR, T0);
        m.store(FRAME, CallFrame.FRESH, T0);
    }
}
