package dev.tokki.nativeadapter.layout;

import static java.util.Objects.requireNonNull;

import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;

/// How a C compiler lays PKCS#11 out: the sizes that differ between platforms.
///
/// @param ulongSize `sizeof(CK_ULONG)`, that is of `unsigned long`: 8 or 4
/// @param pointerSize size of a pointer: 8 or 4
/// @param packing the largest alignment inside structures; 1 where the headers are compiled with `#pragma pack(1)`
public record Abi(int ulongSize, int pointerSize, int packing) {
    /// Linux and macOS, 64 bits.
    public static final Abi LP64 = new Abi(8, 8, 8);

    /// Windows, 64 bits: `unsigned long` has 4 bytes and the structures are packed.
    public static final Abi LLP64 = new Abi(4, 8, 1);

    /// Linux, 32 bits.
    public static final Abi ILP32 = new Abi(4, 4, 4);

    /// Every argument of a call takes one machine word of this size.
    public static final int WORD = 8;

    /// `CK_UNAVAILABLE_INFORMATION` where `CK_ULONG` has 4 bytes: all ones, as in the wide form.
    private static final long NARROW_ONES = 0xFFFFFFFFL;

    /// {@return the layout of libraries that this JVM can load}
    public static Abi ofThisMachine() {
        MemoryLayout unsignedLong =
                requireNonNull(Linker.nativeLinker().canonicalLayouts().get("long"));
        return unsignedLong.byteSize() == 8 ? LP64 : LLP64;
    }

    /// {@return a number as a `CK_ULONG` holds it: unsigned, all ones staying all ones}
    public long asUlong(long word) {
        if (ulongSize == 8) {
            return word;
        }
        long low = word & NARROW_ONES;
        return low == NARROW_ONES ? -1L : low;
    }

    /// {@return where the next thing of that alignment can lie}
    long align(long offset, int alignment) {
        int step = Math.min(alignment, packing);
        return (offset + step - 1) / step * step;
    }
}
