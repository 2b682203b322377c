package dev.tokki.server.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A section of an [ElfFile]: its size is known when it is made, its address when all are laid out, its content after
/// that.
final class Section {
    static final int PROGBITS = 1;
    static final int STRTAB = 3;
    static final int RELA = 4;
    static final int HASH = 5;
    static final int DYNAMIC = 6;
    static final int NOTE = 7;
    static final int NOBITS = 8;
    static final int DYNSYM = 11;

    static final int WRITE = 1;
    static final int ALLOC = 2;
    static final int EXECUTE = 4;

    private final String name;
    private final int type;
    private final int flags;
    private final int alignment;
    private final int size;
    private final byte[] content;
    private long address;

    Section(String name, int type, int flags, int alignment, int size) {
        this.name = name;
        this.type = type;
        this.flags = flags;
        this.alignment = alignment;
        this.size = size;
        this.content = new byte[type == NOBITS ? 0 : size];
    }

    String name() {
        return name;
    }

    int type() {
        return type;
    }

    int flags() {
        return flags;
    }

    int alignment() {
        return alignment;
    }

    int size() {
        return size;
    }

    byte[] content() {
        return content;
    }

    /// {@return the content to be written, little-endian, from the start}
    ByteBuffer writer() {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// {@return where it lies, in memory and in the file}
    long address() {
        return address;
    }

    void place(long at) {
        address = at;
    }

    long end() {
        return address + size;
    }

    /// Size of one entry in a table, 0 for what is no table.
    int entrySize() {
        return switch (type) {
            case DYNSYM, RELA -> 24;
            case DYNAMIC -> 16;
            case HASH -> 4;
            default -> 0;
        };
    }
}
