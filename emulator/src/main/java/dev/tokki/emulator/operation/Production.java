package dev.tokki.emulator.operation;

import dev.tokki.api.parameter.Parameter;
import java.util.Optional;

/// Output that an operation can give now, before it is known whether there is room for it.
public interface Production {
    /// {@return a length that surely suffices, in bytes; asking changes nothing}
    long atMost();

    /// {@return the length itself, in bytes; what had to be computed to know it is kept for [#take]}
    default long exactly() {
        return atMost();
    }

    /// Tells how much room there is, for output whose length the caller chooses by it (section 6.43.7).
    default void room(long capacity) {}

    /// {@return the output as a structure, once it was taken, where it is one}
    default Optional<Parameter> told() {
        return Optional.empty();
    }

    /// {@return the output; the operation has moved on}
    byte[] take();

    /// {@return whether the operation is over once the output was taken}
    boolean isLast();
}
