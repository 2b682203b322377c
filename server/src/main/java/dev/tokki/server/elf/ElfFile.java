package dev.tokki.server.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A shared object (ELF64, little-endian) of three segments: what is read, what is executed, what is written.
/// Addresses are offsets in the file.
///
/// The sections come in this order: read-only ones, code, then writable ones of which all but the last are made
/// read-only after relocation.
final class ElfFile {
    private static final int HEADER_SIZE = 64;
    private static final int PROGRAM_HEADER_SIZE = 56;
    private static final int SECTION_HEADER_SIZE = 64;
    private static final int PROGRAM_HEADERS = 7;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_NOTE = 4;
    private static final int PT_GNU_STACK = 0x6474E551;
    private static final int PT_GNU_RELRO = 0x6474E552;
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;

    private final Architecture architecture;
    private final List<Section> readOnly;
    private final Section code;
    private final List<Section> relocated;
    private final Section zeroed;

    ElfFile(Architecture architecture, List<Section> readOnly, Section code, List<Section> relocated, Section zeroed) {
        this.architecture = architecture;
        this.readOnly = readOnly;
        this.code = code;
        this.relocated = relocated;
        this.zeroed = zeroed;
        long at = place(readOnly, HEADER_SIZE + (long) PROGRAM_HEADERS * PROGRAM_HEADER_SIZE);
        at = place(List.of(code), nextPage(at));
        at = place(relocated, nextPage(at));
        place(List.of(zeroed), nextPage(at));
    }

    /// {@return the file, once the sections have their content}
    byte[] bytes() {
        List<Section> sections = new ArrayList<>(readOnly);
        sections.add(code);
        sections.addAll(relocated);
        sections.add(zeroed);
        StringTable names = new StringTable();
        sections.forEach(section -> names.add(section.name()));
        names.add(".shstrtab");
        long namesAt = last(relocated).end();
        long headersAt = (namesAt + names.size() + 7) / 8 * 8;
        int count = sections.size() + 2;
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(headersAt + (long) count * SECTION_HEADER_SIZE))
                .order(ByteOrder.LITTLE_ENDIAN);
        header(file, headersAt, count);
        programHeaders(file);
        for (Section section : sections) {
            file.position(Math.toIntExact(section.content().length == 0 ? 0 : section.address()));
            file.put(section.content());
        }
        file.position(Math.toIntExact(namesAt)).put(names.bytes());
        file.position(Math.toIntExact(headersAt)).put(new byte[SECTION_HEADER_SIZE]);
        for (Section section : sections) {
            long offset = section.type() == Section.NOBITS ? last(relocated).end() : section.address();
            sectionHeader(
                    file,
                    names.at(section.name()),
                    section.type(),
                    section.flags(),
                    section.address(),
                    offset,
                    section.size(),
                    link(sections, section),
                    info(section),
                    section.alignment(),
                    section.entrySize());
        }
        sectionHeader(file, names.at(".shstrtab"), Section.STRTAB, 0, 0, namesAt, names.size(), 0, 0, 1, 0);
        return file.array();
    }

    private void header(ByteBuffer file, long sectionHeaders, int sectionCount) {
        file.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        file.putShort((short) 3).putShort((short) architecture.elfMachine()).putInt(1);
        file.putLong(0).putLong(HEADER_SIZE).putLong(sectionHeaders).putInt(0);
        file.putShort((short) HEADER_SIZE).putShort((short) PROGRAM_HEADER_SIZE).putShort((short) PROGRAM_HEADERS);
        file.putShort((short) SECTION_HEADER_SIZE)
                .putShort((short) sectionCount)
                .putShort((short) (sectionCount - 1));
    }

    private void programHeaders(ByteBuffer file) {
        Section note = named(readOnly, ".note.gnu.build-id");
        Section dynamic = named(relocated, ".dynamic");
        long writableAt = relocated.get(0).address();
        long writtenInFile = last(relocated).end() - writableAt;
        programHeader(
                file, PT_LOAD, READ, 0, last(readOnly).end(), last(readOnly).end(), architecture.pageSize());
        programHeader(file, PT_LOAD, READ | EXECUTE, code.address(), code.size(), code.size(), architecture.pageSize());
        programHeader(
                file,
                PT_LOAD,
                READ | WRITE,
                writableAt,
                writtenInFile,
                zeroed.end() - writableAt,
                architecture.pageSize());
        programHeader(file, PT_DYNAMIC, READ | WRITE, dynamic.address(), dynamic.size(), dynamic.size(), 8);
        programHeader(file, PT_NOTE, READ, note.address(), note.size(), note.size(), 4);
        programHeader(file, PT_GNU_RELRO, READ, writableAt, writtenInFile, zeroed.address() - writableAt, 1);
        programHeader(file, PT_GNU_STACK, READ | WRITE, 0, 0, 0, 16);
    }

    private static void programHeader(
            ByteBuffer file, int type, int flags, long address, long inFile, long inMemory, int alignment) {
        file.putInt(type).putInt(flags).putLong(address).putLong(address).putLong(address);
        file.putLong(inFile).putLong(inMemory).putLong(alignment);
    }

    private static void sectionHeader(
            ByteBuffer file,
            int name,
            int type,
            int flags,
            long address,
            long offset,
            long size,
            int link,
            int info,
            int alignment,
            int entrySize) {
        file.putInt(name)
                .putInt(type)
                .putLong(flags)
                .putLong(address)
                .putLong(offset)
                .putLong(size);
        file.putInt(link).putInt(info).putLong(alignment).putLong(entrySize);
    }

    /// The section that a table refers to, by number; the first section is the empty one.
    private static int link(List<Section> sections, Section section) {
        String target = switch (section.type()) {
            case Section.DYNSYM, Section.DYNAMIC -> ".dynstr";
            case Section.HASH, Section.RELA -> ".dynsym";
            default -> "";
        };
        return target.isEmpty() ? 0 : sections.indexOf(named(sections, target)) + 1;
    }

    /// For a symbol table: the number of its first symbol that is not local.
    private static int info(Section section) {
        return section.type() == Section.DYNSYM ? 1 : 0;
    }

    private static long place(List<Section> sections, long start) {
        long at = start;
        for (Section section : sections) {
            at = (at + section.alignment() - 1) / section.alignment() * section.alignment();
            section.place(at);
            at += section.size();
        }
        return at;
    }

    private long nextPage(long at) {
        return (at + architecture.pageSize() - 1) / architecture.pageSize() * architecture.pageSize();
    }

    private static Section named(List<Section> sections, String name) {
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Section last(List<Section> sections) {
        return sections.get(sections.size() - 1);
    }

    /// Texts ended by a zero, each with its place.
    static final class StringTable {
        private final StringBuilder text = new StringBuilder("\0");

        int add(String string) {
            int at = text.length();
            text.append(string).append('\0');
            return at;
        }

        int at(String string) {
            return text.indexOf("\0" + string + "\0") + 1;
        }

        int size() {
            return text.length();
        }

        byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        }
    }
}
