package dev.tokki.emulator.operation;

/// Output that an operation can give now, before it is known whether there is room for it.
public interface Production {
    /// {@return a length that surely suffices, in bytes; asking changes nothing}
    long atMost();

    /// {@return the length itself, in bytes; what had to be computed to know it is kept for [#take]}
    default long exactly() {
        return atMost();
    }

    /// {@return the output; the operation has moved on}
    byte[] take();

    /// {@return whether the operation is over once the output was taken}
    boolean isLast();
}
