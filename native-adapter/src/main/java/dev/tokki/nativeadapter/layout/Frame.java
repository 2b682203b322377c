package dev.tokki.nativeadapter.layout;

import org.jspecify.annotations.Nullable;

/// A row of C things somewhere: the words of a call, or a structure.
///
/// @param memory the memory it lies in
/// @param address where it begins
/// @param row what lies where
/// @param outer the structure that this one lies in or hangs on, whose members may tell lengths
record Frame(Memory memory, long address, Row row, @Nullable Frame outer) {
    /// {@return the number in the component of that name, here or further out; -1 if the structure that should tell it
    /// is not there}
    long number(String component) {
        int offset = row.offsetOf(component);
        if (offset >= 0) {
            return memory.ulong(address + offset);
        }
        return outer == null ? -1 : outer.number(component);
    }
}
