package dev.tokki.nativeadapter;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Collections;

/// The steps across the border to C, all in one place: each can end the JVM if it is wrong.
///
/// On every platform that has a JVM, each argument of PKCS#11 takes one machine word, and so does the return value, of
/// which a narrow `CK_RV` is the low half.
@SuppressWarnings("restricted") // calling libraries is what this module is for
final class Foreign {
    private Foreign() {}

    /// {@return all memory of this process}
    static MemorySegment everything() {
        return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }

    /// {@return the exported symbols of a library, loaded for good}
    ///
    /// @throws IllegalArgumentException if the system's loader refuses it
    static SymbolLookup load(Path library) {
        return SymbolLookup.libraryLookup(library, Arena.global());
    }

    /// {@return a C function of so many machine words}
    static MethodHandle function(MemorySegment address, int words) {
        return Linker.nativeLinker().downcallHandle(address, descriptor(words));
    }

    /// {@return a C function that calls a Java one of so many machine words}
    static long callback(MethodHandle target, int words, Arena arena) {
        return Linker.nativeLinker()
                .upcallStub(target, descriptor(words), arena)
                .address();
    }

    private static FunctionDescriptor descriptor(int words) {
        return FunctionDescriptor.of(
                JAVA_LONG, Collections.nCopies(words, JAVA_LONG).toArray(MemoryLayout[]::new));
    }
}
