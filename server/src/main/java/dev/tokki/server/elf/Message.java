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

/// The part of a call that says what is called, with what.
final class Message {
    /// What is sent along unasked of one thing.
    private static final int MOST_BYTES_AHEAD = 2000;

    private final Machine m;

    Message(Machine machine) {
        this.m = machine;
    }

    void write(Iterable<Entry> functions) {
        for (Entry function : functions) {
            if (!function.isDiscovery()) {
                entry(function);
            }
        }
        begin();
        lookAhead();
    }

    /// A function's entry: where it is described; the rest is common to all.
    private void entry(Entry function) {
        m.align(16);
        m.label(function.cName());
        m.address(T0, function.description());
        m.jump("common");
    }

    /// The message; words beyond the function's arguments are zero, so that nothing of the caller's stack travels.
    private void begin() {
        m.align(16);
        m.label("common");
        m.enter(CallFrame.SIZE, CallFrame.ARGUMENTS);
        m.move(S2, T0);
        m.load8(T0, S2, Entry.NUMBER);
        m.store(FRAME, CallFrame.MESSAGE, T0);
        m.store(FRAME, CallFrame.FUNCTION, T0);
        m.load8(T1, S2, Entry.ARGUMENT_BYTES);
        m.add(S2, Entry.AHEAD);
        m.move(A0, FRAME);
        m.add(A0, CallFrame.ARGUMENTS);
        m.add(A0, T1);
        m.move(A1, FRAME);
        m.add(A1, CallFrame.ORDER);
        m.set(T0, 0);
        m.store(FRAME, CallFrame.FAULT, T0);
        m.store(FRAME, CallFrame.FRESH, T0);
        for (int offset = 0; offset < CallFrame.HEADER_SIZE; offset += 8) {
            m.store(FRAME, CallFrame.HEADER + offset, T0);
        }
        m.label("clear unused words");
        m.jumpIfEqual(A0, A1, "first part");
        m.store(A0, 0, T0);
        m.add(A0, 8);
        m.jump("clear unused words");
        m.label("first part");
        m.set(T0, 1);
        m.store(FRAME, CallFrame.ONE, T0);
        m.store(FRAME, CallFrame.PART_COUNT_IN_HEADER, T0);
        m.move(T0, FRAME);
        m.add(T0, CallFrame.PARTS);
        m.store(FRAME, CallFrame.PARTS_IN_HEADER, T0);
        m.move(T0, FRAME);
        m.store(FRAME, CallFrame.PARTS, T0);
        m.set(T0, Protocol.CALL_SIZE);
        m.store(FRAME, CallFrame.PARTS + 8, T0);
    }

    /// Memory that the daemon will ask for in any case is sent along. The kernel reads it: what cannot be read is no
    /// crash.
    ///
    /// `S2` walks through the description, `A0` through the parts; `A1` is the bit of the thing looked at, `A2` the
    /// number of bytes so far.
    private void lookAhead() {
        m.move(A0, FRAME);
        m.add(A0, CallFrame.PARTS + CallFrame.PART_SIZE);
        m.set(A1, Protocol.FIRST_AHEAD);
        m.move(A3, FRAME);
        m.set(A2, Protocol.CALL_SIZE);
        m.label("look ahead");
        m.load8(T0, S2, 0);
        m.jumpIfEqual(T0, 0, "message is ready");
        m.add(T0, A3);
        m.load(T0, T0, 0);
        m.load8(T1, S2, 1);
        m.add(T1, A3);
        m.load(T1, T1, 0);
        m.load8(A5, S2, 2);
        m.add(S2, Entry.AHEAD_SIZE);
        m.jumpIfEqual(T0, 0, "not ahead");
        m.jumpIfEqual(T1, 0, "not ahead");
        m.set(A4, MOST_BYTES_AHEAD);
        m.jumpIfBelow(A4, T1, "not ahead");
        m.multiply(T1, A5);
        m.jumpIfBelow(A4, T1, "not ahead");
        m.store(A0, 0, T0);
        m.store(A0, 8, T1);
        m.add(A0, CallFrame.PART_SIZE);
        m.add(A2, T1);
        m.load(T0, FRAME, CallFrame.MESSAGE);
        m.add(T0, A1);
        m.store(FRAME, CallFrame.MESSAGE, T0);
        m.load(T0, FRAME, CallFrame.PART_COUNT_IN_HEADER);
        m.add(T0, 1);
        m.store(FRAME, CallFrame.PART_COUNT_IN_HEADER, T0);
        m.label("not ahead");
        m.add(A1, A1);
        m.jump("look ahead");
        m.label("message is ready");
        m.store(FRAME, CallFrame.TOTAL, A2);
        m.address(S3, "state");
    }

    /// A connection kept from an earlier call may be of a daemon that has gone: then a new one is tried, once.
    ///
    /// So short a message goes at once or not at all.
    void send() {
        m.label("send the call");
        m.move(A0, S1);
        m.move(A1, FRAME);
        m.add(A1, CallFrame.HEADER);
        m.set(A2, Transfers.MSG_NOSIGNAL);
        m.systemCall(SystemCall.SENDMSG, T0);
        m.jumpIfEqual(T0, Transfers.EINTR, "send the call");
        m.jumpIfEqual(T0, Transfers.EFAULT, "send nothing along");
        m.load(T1, FRAME, CallFrame.TOTAL);
        m.jumpIfEqual(T0, T1, "next order");
        m.load(T0, FRAME, CallFrame.FRESH);
        m.jumpIfNotEqual(T0, 0, "lost");
        m.move(A0, S1);
        m.systemCall(SystemCall.CLOSE, T0);
        m.set(T0, 0);
        m.store(S0, State.DESCRIPTOR, T0);
        m.jump("connect");
        m.label("send nothing along");
        m.load(T0, FRAME, CallFrame.FUNCTION);
        m.store(FRAME, CallFrame.MESSAGE, T0);
        m.set(T0, 1);
        m.store(FRAME, CallFrame.PART_COUNT_IN_HEADER, T0);
        m.set(T0, Protocol.CALL_SIZE);
        m.store(FRAME, CallFrame.TOTAL, T0);
        m.jump("send the call");
    }
}
