package dev.tokki.server.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// How instructions of x86-64 are written: their bytes, and what a disassembler calls them.
abstract sealed class X64Instructions extends Machine permits X64 {
    static final String[] NAMES = {
        "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"
    };
    static final String[] NAMES_32 = {
        "eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "r8d", "r9d", "r10d", "r11d", "r12d", "r13d", "r14d",
        "r15d"
    };
    static final int RBP = 5;
    static final int RSP = 4;
    private static final byte REX = 0x40;

    final void moveNumbers(int to, int from) {
        emit("mov %s,%s".formatted(NAMES[to], NAMES[from]), rex(true, from, to), 0x89, modrm(3, from, to));
    }

    final void loadNumbers(int to, int base, int offset) {
        put(
                "mov %s,QWORD PTR %s".formatted(NAMES[to], memory(base, offset)),
                joined(new int[] {rex(true, to, base), 0x8B}, at(to, base, offset)));
    }

    final void storeNumbers(int base, int offset, int from) {
        put(
                "mov QWORD PTR %s,%s".formatted(memory(base, offset), NAMES[from]),
                joined(new int[] {rex(true, from, base), 0x89}, at(from, base, offset)));
    }

    final void arithmetic(String name, int opcode, Register to, Register from) {
        int t = number(to);
        int f = number(from);
        emit("%s %s,%s".formatted(name, NAMES[t], NAMES[f]), rex(true, f, t), opcode, modrm(3, f, t));
    }

    final void compare(Register a, int value) {
        int r = number(a);
        put("cmp %s,%s".formatted(NAMES[r], hex(value)), joined(new int[] {rex(true, 0, r)}, immediate(7, r, value)));
    }

    final void conditional(String name, int opcode, String label) {
        withLabel("%s {%s}".formatted(name, label), label, 0x0F, opcode);
    }

    final void push(int register) {
        put("push " + NAMES[register], joined(rexOrNone(register), new int[] {0x50 | (register & 7)}));
    }

    final void pop(int register) {
        put("pop " + NAMES[register], joined(rexOrNone(register), new int[] {0x58 | (register & 7)}));
    }

    @Override
    final void patch(byte[] code, int at, int form, long distance) {
        // The processor counts from the end of the displacement, which ends the instruction.
        ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN).putInt(at, Math.toIntExact(distance - 4));
    }

    final void withLabel(String text, String label, int... opcode) {
        refer(here() + opcode.length, 0, label);
        put(text, joined(opcode, int32(0)));
    }

    final void emit(String text, int... code) {
        put(text, bytes(code));
    }

    /// A REX prefix that says nothing is left out.
    final void put(String text, byte[] code) {
        emit(text, code[0] == REX ? Arrays.copyOfRange(code, 1, code.length) : code);
    }

    /// The operand `[base+offset]`: the bytes after the opcode. `rsp` and `r12` need an index byte, and a zero offset
    /// is written for `rbp` and `r13`.
    static byte[] at(int register, int base, int offset) {
        boolean small = offset >= Byte.MIN_VALUE && offset <= Byte.MAX_VALUE;
        boolean none = offset == 0 && (base & 7) != RBP;
        int[] head = (base & 7) == RSP
                ? new int[] {modrm(none ? 0 : small ? 1 : 2, register, 4), 0x24}
                : new int[] {modrm(none ? 0 : small ? 1 : 2, register, base)};
        return none ? bytes(head) : joined(head, small ? new byte[] {(byte) offset} : int32(offset));
    }

    static byte[] immediate(int operation, int register, int value) {
        boolean small = value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE;
        return joined(
                new int[] {small ? 0x83 : 0x81, modrm(3, operation, register)},
                small ? new byte[] {(byte) value} : int32(value));
    }

    static String memory(int base, int offset) {
        boolean plain = offset == 0 && (base & 7) != RBP;
        return "[" + NAMES[base]
                + (plain ? "" : offset < 0 ? "-0x" + Integer.toHexString(-offset) : "+0x" + Integer.toHexString(offset))
                + "]";
    }

    /// An operand as a disassembler writes it: negative ones as 64 bits.
    static String hex(int value) {
        return "0x" + Long.toHexString(value);
    }

    static int rex(boolean wide, int register, int base) {
        return REX | (wide ? 8 : 0) | (register >= 8 ? 4 : 0) | (base >= 8 ? 1 : 0);
    }

    static int[] rexOrNone(int base) {
        return base >= 8 ? new int[] {rex(false, 0, base)} : new int[0];
    }

    static int modrm(int mode, int register, int base) {
        return mode << 6 | (register & 7) << 3 | (base & 7);
    }

    static byte[] int32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] joined(int[] head, byte[] tail) {
        return joined(bytes(head), tail);
    }

    static byte[] joined(int[] head, int[] tail) {
        return joined(bytes(head), bytes(tail));
    }

    static byte[] joined(int[] head, int[] middle, byte[] tail) {
        return joined(joined(head, middle), tail);
    }

    static byte[] joined(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + tail.length)
                .put(head)
                .put(tail)
                .array();
    }

    static int number(Register register) {
        return register.onX64();
    }
}
