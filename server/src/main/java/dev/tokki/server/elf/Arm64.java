package dev.tokki.server.elf;

/// The machine's instructions on 64-bit ARM, with the AAPCS64 calling convention.
final class Arm64 extends Arm64Instructions {
    private static final int FRAME_POINTER = 29;
    private static final int LINK = 30;
    private static final int SCRATCH = 11;
    private static final int CALL_NUMBER = 8;

    @Override
    void align(int alignment) {
        while (here() % alignment != 0) {
            word("brk #0x1", 0xD4200020);
        }
    }

    @Override
    void set(Register to, long value) {
        setNumber(number(to), value);
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
        word(
                "ldr w%d, %s".formatted(number(to), memory(number(base), offset)),
                0xB9400000 | scaled(offset, 4) << 10 | number(base) << 5 | number(to));
    }

    @Override
    void load8(Register to, Register base, int offset) {
        word(
                "ldrb w%d, %s".formatted(number(to), memory(number(base), offset)),
                0x39400000 | scaled(offset, 1) << 10 | number(base) << 5 | number(to));
    }

    @Override
    void loadAcquire(Register to, Register base) {
        word("ldar x%d, [x%d]".formatted(number(to), number(base)), 0xC8DFFC00 | number(base) << 5 | number(to));
    }

    @Override
    void store(Register base, int offset, Register from) {
        storeNumbers(number(base), offset, number(from));
    }

    @Override
    void address(Register to, String label) {
        withLabel("adr x%d, {%s}".formatted(number(to), label), 0x10000000 | number(to), FORM_ADR, label);
    }

    @Override
    void add(Register to, int value) {
        int r = number(to);
        if (value < 0) {
            word("sub x%d, x%d, #0x%x".formatted(r, r, -value), 0xD1000000 | -value << 10 | r << 5 | r);
        } else {
            word("add x%d, x%d, #0x%x".formatted(r, r, value), 0x91000000 | value << 10 | r << 5 | r);
        }
    }

    @Override
    void add(Register to, Register from) {
        arithmetic("add", 0x8B000000, to, from);
    }

    @Override
    void subtract(Register to, Register from) {
        arithmetic("sub", 0xCB000000, to, from);
    }

    @Override
    void multiply(Register to, Register from) {
        arithmetic("mul", 0x9B007C00, to, from);
    }

    @Override
    void alignDown(Register to) {
        int r = number(to);
        word("and x%d, x%d, #0xfffffffffffffff8".formatted(r, r), 0x927DF000 | r << 5 | r);
    }

    @Override
    void jump(String label) {
        withLabel("b {%s}".formatted(label), 0x14000000, FORM_26, label);
    }

    @Override
    void jumpIfEqual(Register a, int value, String label) {
        compare(a, value);
        withLabel("b.eq {%s}".formatted(label), 0x54000000, FORM_19, label);
    }

    @Override
    void jumpIfNotEqual(Register a, int value, String label) {
        compare(a, value);
        withLabel("b.ne {%s}".formatted(label), 0x54000001, FORM_19, label);
    }

    @Override
    void jumpIfEqual(Register a, Register b, String label) {
        compare(a, b);
        withLabel("b.eq {%s}".formatted(label), 0x54000000, FORM_19, label);
    }

    @Override
    void jumpIfNotEqual(Register a, Register b, String label) {
        compare(a, b);
        withLabel("b.ne {%s}".formatted(label), 0x54000001, FORM_19, label);
    }

    @Override
    void jumpIfBelow(Register a, Register b, String label) {
        compare(a, b);
        withLabel("b.cc {%s}".formatted(label), 0x54000003, FORM_19, label);
    }

    @Override
    void jumpIfNotPositive(Register a, String label) {
        compare(a, 0);
        withLabel("b.le {%s}".formatted(label), 0x5400000D, FORM_19, label);
    }

    @Override
    void acquire(Register to, Register base) {
        int t = number(to);
        int b = number(base);
        setNumber(SCRATCH, 1);
        // Load exclusively, with acquire order; store exclusively; again if another thread came between.
        word("ldaxr x%d, [x%d]".formatted(t, b), 0xC85FFC00 | b << 5 | t);
        word("stxr w12, x%d, [x%d]".formatted(SCRATCH, b), 0xC8007C00 | 12 << 16 | b << 5 | SCRATCH);
        int back = -8;
        word("cbnz w12, {-8}", 0x35000000 | (back / 4 & 0x7FFFF) << 5 | 12);
    }

    @Override
    void release(Register base, Register value) {
        word("stlr x%d, [x%d]".formatted(number(value), number(base)), 0xC89FFC00 | number(base) << 5 | number(value));
    }

    @Override
    void systemCall(SystemCall call, Register result) {
        setNumber(CALL_NUMBER, call.onArm64());
        word("svc #0x0", 0xD4000001);
        if (number(result) != 0) {
            moveNumbers(number(result), 0);
        }
    }

    @Override
    void call(String label) {
        withLabel("bl {%s}".formatted(label), 0x94000000, FORM_26, label);
    }

    @Override
    void callPointer(Register result) {
        int t0 = number(Register.T0);
        word("blr x%d".formatted(t0), 0xD63F0000 | t0 << 5);
        if (number(result) != 0) {
            moveNumbers(number(result), 0);
        }
    }

    @Override
    void ret() {
        word("ret", 0xD65F03C0);
    }

    @Override
    void enter(int size, int offset) {
        push(FRAME_POINTER, LINK);
        word("mov x29, sp", 0x910003FD);
        push(19, 20);
        push(21, 22);
        word("sub sp, sp, #0x%x".formatted(size), 0xD1000000 | size << 10 | SP << 5 | SP);
        for (int i = 0; i < 10; i++) {
            if (i < 8) {
                storeNumbers(SP, offset + 8 * i, i);
            } else {
                // Above the saved frame pointer and link register.
                loadNumbers(SCRATCH, FRAME_POINTER, 16 + 8 * (i - 8));
                storeNumbers(SP, offset + 8 * i, SCRATCH);
            }
        }
    }

    @Override
    void leave(Register value) {
        if (number(value) != 0) {
            moveNumbers(0, number(value));
        }
        word("sub sp, x29, #0x20", 0xD1000000 | 0x20 << 10 | FRAME_POINTER << 5 | SP);
        pop(21, 22);
        pop(19, 20);
        pop(FRAME_POINTER, LINK);
        ret();
    }

    @Override
    void returnFromC(Register value) {
        if (number(value) != 0) {
            moveNumbers(0, number(value));
        }
        ret();
    }
}
