package dev.tokki.server.elf;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small load-and-store machine of 64-bit words; a subclass encodes its instructions for a processor.
///
/// The forwarder is written once, in these instructions; the source is the listing. Labels may be used before they
/// are placed. Every instruction of the processor is noted with its text, so that the code can be read and held
/// against a disassembler.
abstract class Machine {
    /// An instruction of the processor.
    ///
    /// @param offset where it lies in the code
    /// @param length its length in bytes
    /// @param text what a disassembler calls it; `{label}` stands for an address
    record Line(int offset, int length, String text) {}

    private record Fix(int at, int form, String label) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final List<Line> listing = new ArrayList<>();

    /// Places a label here.
    final void label(String name) {
        if (labels.put(name, here()) != null) {
            throw new IllegalArgumentException("label " + name + " is placed twice");
        }
    }

    /// Pads with instructions that are never reached, up to a multiple of `alignment` bytes.
    abstract void align(int alignment);

    /// `to = value`
    abstract void set(Register to, long value);

    /// `to = from`
    abstract void move(Register to, Register from);

    /// `to = the word at base + offset`
    abstract void load(Register to, Register base, int offset);

    /// `to = the 32 bits at base + offset`, unsigned
    abstract void load32(Register to, Register base, int offset);

    /// `to = the byte at base + offset`
    abstract void load8(Register to, Register base, int offset);

    /// `to = the word at base`; later loads and stores come after it.
    abstract void loadAcquire(Register to, Register base);

    /// `the word at base + offset = from`
    abstract void store(Register base, int offset, Register from);

    /// `to = address of the label`
    abstract void address(Register to, String label);

    /// `to = to + value`, a value of -2048 to 2047
    abstract void add(Register to, int value);

    /// `to = to + from`
    abstract void add(Register to, Register from);

    /// `to = to * from`, the low half
    abstract void multiply(Register to, Register from);

    /// `to = to - from`
    abstract void subtract(Register to, Register from);

    /// `to = the multiple of eight at or below to`
    abstract void alignDown(Register to);

    /// Goes on at the label.
    abstract void jump(String label);

    /// Goes on at the label if `a == value`, a value of -2048 to 2047.
    abstract void jumpIfEqual(Register a, int value, String label);

    /// Goes on at the label if `a != value`, a value of -2048 to 2047.
    abstract void jumpIfNotEqual(Register a, int value, String label);

    /// Goes on at the label if `a == b`.
    abstract void jumpIfEqual(Register a, Register b, String label);

    /// Goes on at the label if `a != b`.
    abstract void jumpIfNotEqual(Register a, Register b, String label);

    /// Goes on at the label if `a < b`, unsigned.
    abstract void jumpIfBelow(Register a, Register b, String label);

    /// Goes on at the label if `a <= 0`, signed.
    abstract void jumpIfNotPositive(Register a, String label);

    /// `to = the word at base`, and `the word at base = 1`, in one step that no other thread can part; later loads
    /// come after it.
    abstract void acquire(Register to, Register base);

    /// `the word at base = value`; earlier loads and stores come before it.
    abstract void release(Register base, Register value);

    /// Makes a system call of the arguments in `A0`, `A1`, …; `result` = what it returns. `A0`, `T0` and `T1` are
    /// lost.
    abstract void systemCall(SystemCall call, Register result);

    /// Calls a routine of this code that ends with [#ret]; it cannot use the frame.
    abstract void call(String label);

    /// Calls a C function at an address, with the arguments in `A0` to `A3`; `result` = what it returns. The address
    /// must be in `T0`.
    abstract void callPointer(Register result);

    /// Ends a routine.
    abstract void ret();

    /// Begins a C function: saves registers and makes a frame of `size` bytes (a multiple of 16); ten words at
    /// `offset` in it are the C function's arguments, or, beyond their number, whatever lies where they would lie.
    /// `T0` and `T1` stay as they are.
    abstract void enter(int size, int offset);

    /// Ends a C function begun with [#enter]: gives back the frame and returns `value`.
    abstract void leave(Register value);

    /// Returns `value` from a C function that made no frame.
    abstract void returnFromC(Register value);

    /// Patches a place that refers to a label, when the distance is known.
    ///
    /// @param code all code
    /// @param at where the instruction (or its displacement) lies
    /// @param form what the subclass gave to [#refer]
    /// @param distance address of the label minus address of the place
    abstract void patch(byte[] code, int at, int form, long distance);

    final int here() {
        return bytes.size();
    }

    final void emit(String text, byte... code) {
        listing.add(new Line(here(), code.length, text));
        bytes.writeBytes(code);
    }

    /// Notes that the bytes at `at` refer to a label.
    final void refer(int at, int form, String label) {
        fixes.add(new Fix(at, form, label));
    }

    final Map<String, Integer> labels() {
        return labels;
    }

    final List<Line> listing() {
        return listing;
    }

    /// {@return the code with all references filled in}
    ///
    /// @param codeAddress where the code will lie
    /// @param outside addresses of labels that are not in the code
    final byte[] finish(long codeAddress, Map<String, Long> outside) {
        byte[] code = bytes.toByteArray();
        for (Fix fix : fixes) {
            Integer inside = labels.get(fix.label());
            Long target = inside != null ? Long.valueOf(codeAddress + inside) : outside.get(fix.label());
            if (target == null) {
                throw new IllegalStateException("label " + fix.label() + " is nowhere");
            }
            patch(code, fix.at(), fix.form(), target - (codeAddress + fix.at()));
        }
        return code;
    }
}
