package dev.tokki.server.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How instructions of 64-bit ARM are written: their words of four bytes, and what a disassembler calls them.
abstract sealed class Arm64Instructions extends Machine permits Arm64 {
    static final int SP = 31;

    /// How a distance is put into an instruction.
    static final int FORM_26 = 26;

    static final int FORM_19 = 19;
    static final int FORM_ADR = 0;

    final void setNumber(int to, long value) {
        if (value < 0 && value >= -0x10000) {
            word("mov x%d, #%d".formatted(to, value), 0x92800000 | (int) ~value << 5 | to);
            return;
        }
        word("mov x%d, #0x%x".formatted(to, value & 0xFFFF), 0xD2800000 | (int) (value & 0xFFFF) << 5 | to);
        for (int half = 1; half < 4; half++) {
            int part = (int) (value >>> (16 * half)) & 0xFFFF;
            if (part != 0) {
                word(
                        "movk x%d, #0x%x, lsl #%d".formatted(to, part, 16 * half),
                        0xF2800000 | half << 21 | part << 5 | to);
            }
        }
    }

    final void moveNumbers(int to, int from) {
        if (from == SP) {
            word("mov x%d, sp".formatted(to), 0x91000000 | SP << 5 | to);
        } else {
            word("mov x%d, x%d".formatted(to, from), 0xAA0003E0 | from << 16 | to);
        }
    }

    final void loadNumbers(int to, int base, int offset) {
        word("ldr x%d, %s".formatted(to, memory(base, offset)), 0xF9400000 | scaled(offset, 8) << 10 | base << 5 | to);
    }

    final void storeNumbers(int base, int offset, int from) {
        word(
                "str x%d, %s".formatted(from, memory(base, offset)),
                0xF9000000 | scaled(offset, 8) << 10 | base << 5 | from);
    }

    final void arithmetic(String name, int opcode, Register to, Register from) {
        int t = number(to);
        int f = number(from);
        word("%s x%d, x%d, x%d".formatted(name, t, t, f), opcode | f << 16 | t << 5 | t);
    }

    final void compare(Register a, int value) {
        int r = number(a);
        if (value < 0) {
            word("cmn x%d, #0x%x".formatted(r, -value), 0xB100001F | -value << 10 | r << 5);
        } else {
            word("cmp x%d, #0x%x".formatted(r, value), 0xF100001F | value << 10 | r << 5);
        }
    }

    final void compare(Register a, Register b) {
        word("cmp x%d, x%d".formatted(number(a), number(b)), 0xEB00001F | number(b) << 16 | number(a) << 5);
    }

    final void push(int first, int second) {
        word(
                "stp x%d, x%d, [sp, #-16]!".formatted(first, second),
                0xA9800000 | (-2 & 0x7F) << 15 | second << 10 | SP << 5 | first);
    }

    final void pop(int first, int second) {
        word("ldp x%d, x%d, [sp], #16".formatted(first, second), 0xA8C00000 | 2 << 15 | second << 10 | SP << 5 | first);
    }

    @Override
    final void patch(byte[] code, int at, int form, long distance) {
        ByteBuffer buffer = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN);
        int steps = Math.toIntExact(Math.floorDiv(distance, 4L));
        int bits = switch (form) {
            case FORM_26 -> steps & 0x3FFFFFF;
            case FORM_19 -> (steps & 0x7FFFF) << 5;
            case FORM_ADR -> ((int) distance & 3) << 29 | (steps & 0x7FFFF) << 5;
            default -> throw new IllegalArgumentException("form " + form);
        };
        long reach = form == FORM_26 ? 1L << 27 : 1L << 20;
        if (Math.abs(distance) >= reach) {
            throw new IllegalStateException("a label is " + distance + " bytes away, too far for the instruction");
        }
        buffer.putInt(at, buffer.getInt(at) | bits);
    }

    final void withLabel(String text, int instruction, int form, String label) {
        refer(here(), form, label);
        word(text, instruction);
    }

    final void word(String text, int instruction) {
        emit(
                text,
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(instruction)
                        .array());
    }

    static int scaled(int offset, int size) {
        if (offset < 0 || offset % size != 0 || offset / size > 0xFFF) {
            throw new IllegalArgumentException("offset " + offset + " cannot be encoded");
        }
        return offset / size;
    }

    static String memory(int base, int offset) {
        String name = base == SP ? "sp" : "x" + base;
        return offset == 0 ? "[" + name + "]" : "[" + name + ", #" + offset + "]";
    }

    static int number(Register register) {
        return register.onArm64();
    }
}
