package dev.tokki.server.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The machine's instructions on x86-64, with the System V calling convention.
final class X64 extends X64Instructions {
    private static final int RAX = 0;
    private static final int RCX = 1;
    private static final int R10 = 10;

    /// The registers that C expects back as they were, in the order of saving; `rbp` is the frame pointer and apart.
    private static final int[] SAVED = {3, 12, 13, 14};

    /// Where C puts the first six arguments.
    private static final int[] ARGUMENTS = {7, 6, 2, 1, 8, 9};

    @Override
    void align(int alignment) {
        while (here() % alignment != 0) {
            emit("int3", (byte) 0xCC);
        }
    }

    @Override
    void set(Register to, long value) {
        int r = number(to);
        if (value == 0) {
            emit("xor %s,%s".formatted(NAMES_32[r], NAMES_32[r]), rex(false, r, r), 0x31, modrm(3, r, r));
        } else if (value > 0 && value <= Integer.MAX_VALUE) {
            put(
                    "mov %s,0x%x".formatted(NAMES_32[r], value),
                    joined(rexOrNone(r), new int[] {0xB8 | (r & 7)}, int32((int) value)));
        } else {
            byte[] number = ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array();
            put(
                    "movabs %s,0x%x".formatted(NAMES[r], value),
                    joined(new int[] {rex(true, 0, r), 0xB8 | (r & 7)}, number));
        }
    }

    @Override
    void move(Register to, Register from) {
        moveNumbers(number(to), number(from));
    }

    @Override
    void load(Register to, Register base, int offset) {
        loadNumbers(number(to), number(base), offset);
    }

    @Override
    void load32(Register to, Register base, int offset) {
        int r = number(to);
        int b = number(base);
        put(
                "mov %s,DWORD PTR %s".formatted(NAMES_32[r], memory(b, offset)),
                joined(new int[] {rex(false, r, b), 0x8B}, at(r, b, offset)));
    }

    @Override
    void load8(Register to, Register base, int offset) {
        int r = number(to);
        int b = number(base);
        put(
                "movzx %s,BYTE PTR %s".formatted(NAMES_32[r], memory(b, offset)),
                joined(new int[] {rex(false, r, b), 0x0F, 0xB6}, at(r, b, offset)));
    }

    @Override
    void loadAcquire(Register to, Register base) {
        // Loads are not moved before earlier loads here, and stores not before loads.
        load(to, base, 0);
    }

    @Override
    void store(Register base, int offset, Register from) {
        storeNumbers(number(base), offset, number(from));
    }

    @Override
    void address(Register to, String label) {
        int r = number(to);
        withLabel("lea %s,[rip+{%s}]".formatted(NAMES[r], label), label, rex(true, r, 0), 0x8D, modrm(0, r, 5));
    }

    @Override
    void add(Register to, int value) {
        int r = number(to);
        put("add %s,%s".formatted(NAMES[r], hex(value)), joined(new int[] {rex(true, 0, r)}, immediate(0, r, value)));
    }

    @Override
    void add(Register to, Register from) {
        arithmetic("add", 0x01, to, from);
    }

    @Override
    void subtract(Register to, Register from) {
        arithmetic("sub", 0x29, to, from);
    }

    @Override
    void multiply(Register to, Register from) {
        int t = number(to);
        int f = number(from);
        emit("imul %s,%s".formatted(NAMES[t], NAMES[f]), rex(true, t, f), 0x0F, 0xAF, modrm(3, t, f));
    }

    @Override
    void alignDown(Register to) {
        int r = number(to);
        put("and %s,%s".formatted(NAMES[r], hex(-8)), joined(new int[] {rex(true, 0, r)}, immediate(4, r, -8)));
    }

    @Override
    void jump(String label) {
        withLabel("jmp {%s}".formatted(label), label, 0xE9);
    }

    @Override
    void jumpIfEqual(Register a, int value, String label) {
        compare(a, value);
        conditional("je", 0x84, label);
    }

    @Override
    void jumpIfNotEqual(Register a, int value, String label) {
        compare(a, value);
        conditional("jne", 0x85, label);
    }

    @Override
    void jumpIfEqual(Register a, Register b, String label) {
        arithmetic("cmp", 0x39, a, b);
        conditional("je", 0x84, label);
    }

    @Override
    void jumpIfNotEqual(Register a, Register b, String label) {
        arithmetic("cmp", 0x39, a, b);
        conditional("jne", 0x85, label);
    }

    @Override
    void jumpIfBelow(Register a, Register b, String label) {
        arithmetic("cmp", 0x39, a, b);
        conditional("jb", 0x82, label);
    }

    @Override
    void jumpIfNotPositive(Register a, String label) {
        compare(a, 0);
        conditional("jle", 0x8E, label);
    }

    @Override
    void acquire(Register to, Register base) {
        set(to, 1);
        int t = number(to);
        int b = number(base);
        // An exchange with memory is locked without a prefix, and nothing is moved across it.
        put(
                "xchg QWORD PTR %s,%s".formatted(memory(b, 0), NAMES[t]),
                joined(new int[] {rex(true, t, b), 0x87}, at(t, b, 0)));
    }

    @Override
    void release(Register base, Register value) {
        // Stores are not moved before earlier loads and stores here.
        store(base, 0, value);
    }

    @Override
    void systemCall(SystemCall call, Register result) {
        put("mov eax,0x%x".formatted(call.onX64()), joined(new int[] {0xB8}, int32(call.onX64())));
        emit("syscall", 0x0F, 0x05);
        if (number(result) != RAX) {
            moveNumbers(number(result), RAX);
        }
    }

    @Override
    void call(String label) {
        withLabel("call {%s}".formatted(label), label, 0xE8);
    }

    @Override
    void callPointer(Register result) {
        // C has its fourth argument in rcx, a system call in r10.
        moveNumbers(RCX, R10);
        emit("call rax", 0xFF, 0xD0);
        if (number(result) != RAX) {
            moveNumbers(number(result), RAX);
        }
    }

    @Override
    void ret() {
        emit("ret", 0xC3);
    }

    @Override
    void enter(int size, int offset) {
        push(RBP);
        moveNumbers(RBP, RSP);
        for (int register : SAVED) {
            push(register);
        }
        put("sub rsp,%s".formatted(hex(size)), joined(new int[] {rex(true, 0, RSP)}, immediate(5, RSP, size)));
        for (int i = 0; i < 10; i++) {
            if (i < ARGUMENTS.length) {
                storeNumbers(RSP, offset + 8 * i, ARGUMENTS[i]);
            } else {
                // Above the saved rbp and the return address.
                loadNumbers(RCX, RBP, 16 + 8 * (i - ARGUMENTS.length));
                storeNumbers(RSP, offset + 8 * i, RCX);
            }
        }
    }

    @Override
    void leave(Register value) {
        if (number(value) != RAX) {
            moveNumbers(RAX, number(value));
        }
        int saved = 8 * SAVED.length;
        emit("lea rsp,[rbp-0x%x]".formatted(saved), 0x48, 0x8D, modrm(1, RSP, RBP), -saved);
        for (int i = SAVED.length - 1; i >= 0; i--) {
            pop(SAVED[i]);
        }
        pop(RBP);
        ret();
    }

    @Override
    void returnFromC(Register value) {
        if (number(value) != RAX) {
            moveNumbers(RAX, number(value));
        }
        ret();
    }
}
