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

import dev.tokki.api.constant.Ckr;

/// The part of a call that obeys the daemon until the call returns.
final class Orders {
    private final Machine m;

    Orders(Machine machine) {
        this.m = machine;
    }

    void write() {
        obeyOrders();
        end();
    }

    private void obeyOrders() {
        m.label("next order");
        m.move(A1, FRAME);
        m.add(A1, CallFrame.ORDER);
        m.set(A2, Protocol.ORDER_SIZE);
        m.call("receive all");
        m.jumpIfNotEqual(T0, Transfers.DONE, "lost");
        m.load(T0, FRAME, CallFrame.ORDER);
        m.load(A1, FRAME, CallFrame.ORDER + 8);
        m.load(A2, FRAME, CallFrame.ORDER + 16);
        m.jumpIfEqual(T0, Protocol.RETURN, "return");
        m.jumpIfEqual(T0, Protocol.SEND, "send memory");
        m.jumpIfEqual(T0, Protocol.TAKE, "take memory");
        m.jumpIfEqual(T0, Protocol.CALL_BACK, "call back");
        m.jump("lost");
        sendMemory();
        takeMemory();
        callBack();
    }

    /// The memory asked for, then a word: 0, or [Transfers#BAD_ADDRESS] if it could not be read (zeros were sent for
    /// the
    /// rest).
    private void sendMemory() {
        m.label("send memory");
        m.call("send all");
        m.jumpIfEqual(T0, Transfers.BROKEN, "lost");
        m.store(FRAME, CallFrame.WORD, T0);
        m.move(S2, A2);
        m.label("send zeros");
        m.jumpIfEqual(S2, 0, "send word");
        m.address(A1, "zeros");
        m.set(A2, Forwarder.ZEROS);
        m.jumpIfBelow(A2, S2, "send some zeros");
        m.move(A2, S2);
        m.label("send some zeros");
        m.subtract(S2, A2);
        m.call("send all");
        m.jumpIfNotEqual(T0, Transfers.DONE, "lost");
        m.jump("send zeros");
        m.label("send word");
        m.move(A1, FRAME);
        m.add(A1, CallFrame.WORD);
        m.set(A2, 8);
        m.call("send all");
        m.jumpIfNotEqual(T0, Transfers.DONE, "lost");
        m.jump("next order");
    }

    /// Bytes for the caller's memory; if they cannot be written they are taken from the socket all the same, and
    /// the call will say so.
    private void takeMemory() {
        m.label("take memory");
        m.call("receive all");
        m.jumpIfEqual(T0, Transfers.DONE, "next order");
        m.jumpIfEqual(T0, Transfers.BROKEN, "lost");
        m.store(FRAME, CallFrame.FAULT, T0);
        m.move(S2, A2);
        m.label("drop");
        m.jumpIfEqual(S2, 0, "next order");
        m.move(A1, FRAME);
        m.add(A1, CallFrame.STAT);
        m.set(A2, CallFrame.STAT_SIZE);
        m.jumpIfBelow(A2, S2, "drop some");
        m.move(A2, S2);
        m.label("drop some");
        m.subtract(S2, A2);
        m.call("receive all");
        m.jumpIfNotEqual(T0, Transfers.DONE, "lost");
        m.jump("drop");
    }

    /// A function of the caller's (notification, mutex), with four argument words that follow the order; its result
    /// is sent.
    private void callBack() {
        m.label("call back");
        m.move(A1, FRAME);
        m.add(A1, CallFrame.WORDS);
        m.set(A2, 32);
        m.call("receive all");
        m.jumpIfNotEqual(T0, Transfers.DONE, "lost");
        m.load(A0, FRAME, CallFrame.WORDS);
        m.load(A1, FRAME, CallFrame.WORDS + 8);
        m.load(A2, FRAME, CallFrame.WORDS + 16);
        m.load(A3, FRAME, CallFrame.WORDS + 24);
        m.load(T0, FRAME, CallFrame.ORDER + 8);
        m.callPointer(T0);
        m.store(FRAME, CallFrame.WORD, T0);
        m.jump("send word");
    }

    private void end() {
        m.label("return");
        m.move(S2, A1);
        m.load(T0, FRAME, CallFrame.FAULT);
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
        m.store(S0, State.DESCRIPTOR, T0);
        m.jump("leave");
        m.label("no socket");
        m.set(S2, Ckr.DEVICE_REMOVED);
        m.label("leave");
        m.set(T0, 0);
        m.release(S0, T0);
        m.leave(S2);
    }
}
