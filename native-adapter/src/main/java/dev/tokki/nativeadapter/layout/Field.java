package dev.tokki.nativeadapter.layout;

/// One C thing inside a row of things: how large it is and where it may begin.
///
/// @param size in bytes
/// @param alignment in bytes, before packing
record Field(int size, int alignment) {
    static final Field BYTE = new Field(1, 1);

    static Field ulong(Abi abi) {
        return new Field(abi.ulongSize(), abi.ulongSize());
    }

    static Field pointer(Abi abi) {
        return new Field(abi.pointerSize(), abi.pointerSize());
    }

    static Field bytes(int count) {
        return new Field(count, 1);
    }
}
