package dev.tokki.server.elf;

import static dev.tokki.server.elf.Register.A0;
import static dev.tokki.server.elf.Register.A1;
import static dev.tokki.server.elf.Register.A2;
import static dev.tokki.server.elf.Register.A3;
import static dev.tokki.server.elf.Register.A4;
import static dev.tokki.server.elf.Register.A5;
import static dev.tokki.server.elf.Register.FRAME;
import static dev.tokki.server.elf.Register.S0;
import static dev.tokki.server.elf.Register.S1;
import static dev.tokki.server.elf.Register.S2;
import static dev.tokki.server.elf.Register.S3;
import static dev.tokki.server.elf.Register.T0;
import static dev.tokki.server.elf.Register.T1;

import dev.tokki.api.constant.Ckr;

/// The code of the module: it sends a function's number and its ten argument words to the daemon, and obeys orders
/// until the call returns. It knows nothing of PKCS#11 but the order of the functions. [Protocol] describes what
/// travels.
///
/// While a call runs: `S0` is the slot of the connection, `S1` its file descriptor, `S3` the state of the process;
/// `S2` is free.
final class Forwarder {
    /// The frame: the message (the function's number and ten words), the order received, four words, one word, two
    /// flags, room for `struct stat`.
    private static final int MESSAGE = 0;

    private static final int ARGUMENTS = MESSAGE + 8;
    private static final int ORDER = ARGUMENTS + 80;
    private static final int WORDS = ORDER + 24;
    private static final int WORD = WORDS + 32;
    private static final int FAULT = WORD + 8;
    private static final int FRESH = FAULT + 8;
    private static final int STAT = FRESH + 8;
    private static final int STAT_SIZE = 144;
    private static final int INODE_IN_STAT = 8;
    private static final int FRAME_SIZE = (STAT + STAT_SIZE + 15) / 16 * 16;

    /// The state, in writable memory: whose it is, a lock, a random number, and the connections.
    private static final int OWNER = 0;

    private static final int LOCK = 8;
    private static final int NONCE = 16;
    private static final int SLOTS = 24;

    /// A connection: whether a thread uses it, its file descriptor plus one (0: none), the inode of its socket.
    private static final int BUSY = 0;

    private static final int DESCRIPTOR = 8;
    private static final int INODE = 16;
    private static final int SLOT_SIZE = 24;
    private static final int SLOT_COUNT = 64;
    private static final int SLOTS_END = SLOTS + SLOT_COUNT * SLOT_SIZE;

    /// Size of the state in bytes.
    static final int STATE_SIZE = SLOTS_END;

    /// Zeros to send in place of memory that cannot be read.
    static final int ZEROS = 64;

    /// What [#sendAll] and [#receiveAll] answer in `T0`.
    private static final int DONE = 0;

    private static final int BROKEN = 1;
    private static final int BAD_ADDRESS = 2;

    private static final int EINTR = -4;
    private static final int EFAULT = -14;
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM_CLOEXEC = 0x80001;
    private static final int SOL_SOCKET = 1;
    private static final int SO_PEERCRED = 17;
    private static final int PEERCRED_SIZE = 12;
    private static final int UID_IN_PEERCRED = 4;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int GRND_NONBLOCK = 1;

    private final Machine m;

    private Forwarder(Machine machine) {
        this.m = machine;
    }

    /// Writes the code.
    ///
    /// @param machine encodes it
    /// @param functions all functions of the list, in its order
    /// @param socketAddressLength length of the address at the label `socketAddress`
    static void write(Machine machine, Iterable<Entry> functions, int socketAddressLength) {
        Forwarder forwarder = new Forwarder(machine);
        for (Entry function : functions) {
            forwarder.entry(function);
        }
        forwarder.begin();
        forwarder.adoptProcess();
        forwarder.pickConnection();
        forwarder.connect(socketAddressLength);
        forwarder.sendCall();
        forwarder.obeyOrders();
        forwarder.end();
        forwarder.sendAll();
        forwarder.receiveAll();
        forwarder.pause();
        new Discovery(machine).write();
    }

    /// A function's entry: its number and how many arguments it has; the rest is common to all.
    private void entry(Entry function) {
        if (function.isDiscovery()) {
            return;
        }
        m.align(16);
        m.label(function.cName());
        m.set(T0, function.function().number());
        m.set(T1, 8L * function.arguments());
        m.jump("common");
    }

    /// The message; words beyond the function's arguments are zero, so that nothing of the caller's stack travels.
    private void begin() {
        m.align(16);
        m.label("common");
        m.enter(FRAME_SIZE, ARGUMENTS);
        m.store(FRAME, MESSAGE, T0);
        m.move(A0, FRAME);
        m.add(A0, ARGUMENTS);
        m.add(A0, T1);
        m.move(A1, FRAME);
        m.add(A1, ORDER);
        m.set(T0, 0);
        m.store(FRAME, FAULT, T0);
        m.store(FRAME, FRESH, T0);
        m.label("clear unused words");
        m.jumpIfEqual(A0, A1, "message is ready");
        m.store(A0, 0, T0);
        m.add(A0, 8);
        m.jump("clear unused words");
        m.label("message is ready");
        m.address(S3, "state");
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
        m.add(A0, LOCK);
        m.acquire(T0, A0);
        m.jumpIfEqual(T0, 0, "locked");
        m.call("pause");
        m.jump("lock");
        m.label("locked");
        m.load(T0, S3, OWNER);
        m.jumpIfEqual(T0, S2, "unlock");
        m.move(S0, S3);
        m.add(S0, SLOTS);
        m.label("forget");
        m.load(A0, S0, DESCRIPTOR);
        m.jumpIfEqual(A0, 0, "forgotten");
        m.add(A0, -1);
        m.move(A1, FRAME);
        m.add(A1, STAT);
        m.systemCall(SystemCall.FSTAT, T0);
        m.jumpIfNotEqual(T0, 0, "forgotten");
        m.load(T0, FRAME, STAT + INODE_IN_STAT);
        m.load(T1, S0, INODE);
        m.jumpIfNotEqual(T0, T1, "forgotten");
        m.load(A0, S0, DESCRIPTOR);
        m.add(A0, -1);
        m.systemCall(SystemCall.CLOSE, T0);
        m.label("forgotten");
        m.set(T0, 0);
        m.store(S0, BUSY, T0);
        m.store(S0, DESCRIPTOR, T0);
        m.add(S0, SLOT_SIZE);
        m.move(T1, S3);
        m.add(T1, SLOTS_END);
        m.jumpIfBelow(S0, T1, "forget");
        m.move(A0, S3);
        m.add(A0, NONCE);
        m.set(A1, 8);
        m.set(A2, GRND_NONBLOCK);
        m.systemCall(SystemCall.GETRANDOM, T0);
        m.release(S3, S2);
        m.label("unlock");
        m.move(A0, S3);
        m.add(A0, LOCK);
        m.set(T0, 0);
        m.release(A0, T0);
    }

    /// One connection per thread that is in a call; a thread that finds all in use waits.
    private void pickConnection() {
        m.label("pick a connection");
        m.move(S0, S3);
        m.add(S0, SLOTS);
        m.label("try this one");
        m.acquire(T0, S0);
        m.jumpIfEqual(T0, 0, "picked");
        m.add(S0, SLOT_SIZE);
        m.move(T1, S3);
        m.add(T1, SLOTS_END);
        m.jumpIfBelow(S0, T1, "try this one");
        m.call("pause");
        m.jump("pick a connection");
        m.label("picked");
        m.load(S1, S0, DESCRIPTOR);
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
        m.store(FRAME, WORD, T0);
        m.move(A0, S1);
        m.set(A1, SOL_SOCKET);
        m.set(A2, SO_PEERCRED);
        m.move(A3, FRAME);
        m.add(A3, WORDS);
        m.move(A4, FRAME);
        m.add(A4, WORD);
        m.systemCall(SystemCall.GETSOCKOPT, T0);
        m.jumpIfNotEqual(T0, 0, "refused");
        m.load32(S2, FRAME, WORDS + UID_IN_PEERCRED);
        m.jumpIfEqual(S2, 0, "trusted");
        m.systemCall(SystemCall.GETEUID, T0);
        m.jumpIfNotEqual(T0, S2, "refused");
        m.label("trusted");
        m.move(A0, S1);
        m.move(A1, FRAME);
        m.add(A1, STAT);
        m.systemCall(SystemCall.FSTAT, T0);
        m.jumpIfNotEqual(T0, 0, "refused");
        m.load(T0, FRAME, STAT + INODE_IN_STAT);
        m.store(S0, INODE, T0);
        m.set(T0, Protocol.MAGIC);
        m.store(FRAME, WORDS, T0);
        m.load(T0, S3, OWNER);
        m.store(FRAME, WORDS + 8, T0);
        m.load(T0, S3, NONCE);
        m.store(FRAME, WORDS + 16, T0);
        m.set(T0, 0);
        m.store(FRAME, WORDS + 24, T0);
        m.move(A1, FRAME);
        m.add(A1, WORDS);
        m.set(A2, Protocol.HELLO_SIZE);
        m.call("send all");
        m.jumpIfNotEqual(T0, DONE, "refused");
        m.move(T0, S1);
        m.add(T0, 1);
        m.store(S0, DESCRIPTOR, T0);
        m.store(FRAME, FRESH, T0);
    }

    /// A connection kept from an earlier call may be of a daemon that has gone: then a new one is tried, once.
    private void sendCall() {
        m.label("send the call");
        m.move(A1, FRAME);
        m.set(A2, Protocol.CALL_SIZE);
        m.call("send all");
        m.jumpIfEqual(T0, DONE, "next order");
        m.load(T0, FRAME, FRESH);
        m.jumpIfNotEqual(T0, 0, "lost");
        m.move(A0, S1);
        m.systemCall(SystemCall.CLOSE, T0);
        m.set(T0, 0);
        m.store(S0, DESCRIPTOR, T0);
        m.jump("connect");
    }

    private void obeyOrders() {
        m.label("next order");
        m.move(A1, FRAME);
        m.add(A1, ORDER);
        m.set(A2, Protocol.ORDER_SIZE);
        m.call("receive all");
        m.jumpIfNotEqual(T0, DONE, "lost");
        m.load(T0, FRAME, ORDER);
        m.load(A1, FRAME, ORDER + 8);
        m.load(A2, FRAME, ORDER + 16);
        m.jumpIfEqual(T0, Protocol.RETURN, "return");
        m.jumpIfEqual(T0, Protocol.SEND, "send memory");
        m.jumpIfEqual(T0, Protocol.TAKE, "take memory");
        m.jumpIfEqual(T0, Protocol.CALL_BACK, "call back");
        m.jump("lost");
        sendMemory();
        takeMemory();
        callBack();
    }

    /// The memory asked for, then a word: 0, or [#BAD_ADDRESS] if it could not be read (zeros were sent for the
    /// rest).
    private void sendMemory() {
        m.label("send memory");
        m.call("send all");
        m.jumpIfEqual(T0, BROKEN, "lost");
        m.store(FRAME, WORD, T0);
        m.move(S2, A2);
        m.label("send zeros");
        m.jumpIfEqual(S2, 0, "send word");
        m.address(A1, "zeros");
        m.set(A2, ZEROS);
        m.jumpIfBelow(A2, S2, "send some zeros");
        m.move(A2, S2);
        m.label("send some zeros");
        m.subtract(S2, A2);
        m.call("send all");
        m.jumpIfNotEqual(T0, DONE, "lost");
        m.jump("send zeros");
        m.label("send word");
        m.move(A1, FRAME);
        m.add(A1, WORD);
        m.set(A2, 8);
        m.call("send all");
        m.jumpIfNotEqual(T0, DONE, "lost");
        m.jump("next order");
    }

    /// Bytes for the caller's memory; if they cannot be written they are taken from the socket all the same, and
    /// the call will say so.
    private void takeMemory() {
        m.label("take memory");
        m.call("receive all");
        m.jumpIfEqual(T0, DONE, "next order");
        m.jumpIfEqual(T0, BROKEN, "lost");
        m.store(FRAME, FAULT, T0);
        m.move(S2, A2);
        m.label("drop");
        m.jumpIfEqual(S2, 0, "next order");
        m.move(A1, FRAME);
        m.add(A1, STAT);
        m.set(A2, STAT_SIZE);
        m.jumpIfBelow(A2, S2, "drop some");
        m.move(A2, S2);
        m.label("drop some");
        m.subtract(S2, A2);
        m.call("receive all");
        m.jumpIfNotEqual(T0, DONE, "lost");
        m.jump("drop");
    }

    /// A function of the caller's (notification, mutex), with four argument words that follow the order; its result
    /// is sent.
    private void callBack() {
        m.label("call back");
        m.move(A1, FRAME);
        m.add(A1, WORDS);
        m.set(A2, 32);
        m.call("receive all");
        m.jumpIfNotEqual(T0, DONE, "lost");
        m.load(A0, FRAME, WORDS);
        m.load(A1, FRAME, WORDS + 8);
        m.load(A2, FRAME, WORDS + 16);
        m.load(A3, FRAME, WORDS + 24);
        m.load(T0, FRAME, ORDER + 8);
        m.callPointer(T0);
        m.store(FRAME, WORD, T0);
        m.jump("send word");
    }

    private void end() {
        m.label("return");
        m.move(S2, A1);
        m.load(T0, FRAME, FAULT);
        m.jumpIfEqual(T0, 0, "leave");
        m.set(S2, Ckr.ARGUMENTS_BAD);
        m.jump("leave");
        m.label("lost");
        m.set(S2, Ckr.DEVICE_ERROR);
        m.jump("close");
        m.label("refused");
        m.set(S2, Ckr.DEVICE_REMOVED);
        m.label("close");
        m.move(A0, S1);
        m.systemCall(SystemCall.CLOSE, T0);
        m.set(T0, 0);
        m.store(S0, DESCRIPTOR, T0);
        m.jump("leave");
        m.label("no socket");
        m.set(S2, Ckr.DEVICE_REMOVED);
        m.label("leave");
        m.set(T0, 0);
        m.release(S0, T0);
        m.leave(S2);
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
