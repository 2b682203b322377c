package dev.tokki.server.elf;

import dev.tokki.api.Function;
import dev.tokki.api.Version;
import dev.tokki.api.constant.Ckf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A PKCS#11 module as a file: a shared object for Linux whose functions forward to a daemon's socket ([Protocol]).
///
/// The same socket, name and processor always give the same bytes.
public final class ModuleFile {
    /// The interfaces offered, the newest first.
    static final List<Version> VERSIONS = List.of(Version.V3_2, Version.V3_0, Version.V2_40);

    /// `sizeof(sun_path)` less the zero at its end.
    private static final int LONGEST_SOCKET_PATH = 107;

    private static final int SOCKET_ADDRESS_SIZE = 112;
    private static final int BUILD_ID_SIZE = 20;

    private final Architecture architecture;
    private final List<Entry> entries;
    private final byte[] socketPath;
    private final Machine machine;
    private final ElfFile.StringTable strings = new ElfFile.StringTable();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Long> addresses = new HashMap<>();
    private final int soName;
    private final ElfFile elf;

    /// @param socket absolute path of the daemon's socket
    /// @param name the module's own name, for example `libtokki.so`
    /// @param entries all functions with the number of their arguments, in the order of the function list
    /// @throws IllegalArgumentException if the path is not absolute or too long for a socket
    private ModuleFile(Architecture architecture, Path socket, String name, List<Entry> entries) {
        this.architecture = architecture;
        this.entries = entries;
        this.socketPath = socket.toString().getBytes(StandardCharsets.UTF_8);
        if (!socket.isAbsolute() || socketPath.length > LONGEST_SOCKET_PATH) {
            throw new IllegalArgumentException("the socket's path must be absolute and have at most %d bytes: %s has %d"
                    .formatted(LONGEST_SOCKET_PATH, socket, socketPath.length));
        }
        this.machine = architecture.machine();
        Forwarder.write(machine, entries, 2 + socketPath.length + 1);
        entries.forEach(entry -> strings.add(entry.cName()));
        this.soName = strings.add(name);
        this.elf = layOut();
        fill();
    }

    /// {@return the module's bytes}
    ///
    /// @param signatures the arguments of each function
    public static byte[] write(
            Architecture architecture,
            Path socket,
            String name,
            java.util.function.Function<Function, Signature> signatures) {
        return of(architecture, socket, name, signatures).bytes();
    }

    static ModuleFile of(
            Architecture architecture,
            Path socket,
            String name,
            java.util.function.Function<Function, Signature> signatures) {
        List<Entry> entries = Arrays.stream(Function.values())
                .map(function -> new Entry(function, signatures.apply(function)))
                .toList();
        return new ModuleFile(architecture, socket, name, entries);
    }

    /// {@return the instructions, for people and tests}
    List<Machine.Line> listing() {
        return machine.listing();
    }

    /// {@return where the code begins in the file}
    long codeAddress() {
        return section(".text").address();
    }

    Map<String, Integer> labels() {
        return machine.labels();
    }

    /// The build-id is a digest of the file in which it is still zero.
    byte[] bytes() {
        byte[] file = elf.bytes();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            int at = Math.toIntExact(section(".note.gnu.build-id").end() - BUILD_ID_SIZE);
            System.arraycopy(digest, 0, file, at, BUILD_ID_SIZE);
            return file;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private ElfFile layOut() {
        int symbols = entries.size() + 1;
        List<Section> readOnly = List.of(
                make(".note.gnu.build-id", Section.NOTE, 0, 4, 16 + BUILD_ID_SIZE),
                make(".hash", Section.HASH, 0, 8, 4 * (3 + symbols)),
                make(".dynsym", Section.DYNSYM, 0, 8, 24 * symbols),
                make(".dynstr", Section.STRTAB, 0, 1, strings.size()),
                make(".rela.dyn", Section.RELA, 0, 8, 24 * relocations()),
                make(
                        ".rodata",
                        Section.PROGBITS,
                        0,
                        16,
                        SOCKET_ADDRESS_SIZE + Forwarder.ZEROS + 16 + 8 + descriptionsSize()));
        Section code = make(".text", Section.PROGBITS, Section.EXECUTE, 16, machine.here());
        List<Section> relocated = List.of(
                make(".dynamic", Section.DYNAMIC, Section.WRITE, 8, 16 * 11),
                make(
                        ".data.rel.ro",
                        Section.PROGBITS,
                        Section.WRITE,
                        8,
                        listsSize() + VERSIONS.size() * Discovery.INTERFACE_SIZE));
        Section zeroed = make(".bss", Section.NOBITS, Section.WRITE, 8, State.SIZE);
        return new ElfFile(architecture, readOnly, code, relocated, zeroed);
    }

    private void fill() {
        constants();
        addresses.put("state", section(".bss").address());
        addresses.put("interfaces", section(".data.rel.ro").address() + listsSize());
        long at = section(".data.rel.ro").address();
        for (int i = 0; i < VERSIONS.size(); i++) {
            addresses.put(listLabel(i), at);
            at += listSize(VERSIONS.get(i));
        }
        byte[] code = machine.finish(codeAddress(), addresses);
        section(".text").writer().put(code);
        section(".dynstr").writer().put(strings.bytes());
        buildId();
        symbols();
        lists();
        dynamic();
    }

    private void constants() {
        Section constants = section(".rodata");
        ByteBuffer out = constants.writer();
        addresses.put("socketAddress", constants.address());
        out.putShort((short) 1).put(socketPath).position(SOCKET_ADDRESS_SIZE);
        addresses.put("zeros", constants.address() + out.position());
        out.position(out.position() + Forwarder.ZEROS);
        addresses.put("moment", constants.address() + out.position());
        out.putLong(0).putLong(100_000);
        addresses.put("interfaceName", constants.address() + out.position());
        out.put("PKCS 11\0".getBytes(StandardCharsets.US_ASCII));
        for (Entry entry : entries) {
            addresses.put(entry.description(), constants.address() + out.position());
            out.put(entry.described());
        }
    }

    private int descriptionsSize() {
        return entries.stream().mapToInt(entry -> entry.described().length).sum();
    }

    private void buildId() {
        section(".note.gnu.build-id")
                .writer()
                .putInt(4)
                .putInt(BUILD_ID_SIZE)
                .putInt(3)
                .put("GNU\0".getBytes(StandardCharsets.US_ASCII));
    }

    /// One symbol for each function, and a hash table of a single chain: a hundred names are found in no time.
    private void symbols() {
        int count = entries.size() + 1;
        ByteBuffer hash =
                section(".hash").writer().putInt(1).putInt(count).putInt(1).putInt(0);
        ByteBuffer out = section(".dynsym").writer().position(24);
        int codeSection = new ArrayList<>(sections.keySet()).indexOf(".text") + 1;
        for (Entry entry : entries) {
            // The symbol after this one, which has number + 1.
            int next = entry.function().number() + 2;
            hash.putInt(next < count ? next : 0);
            out.putInt(strings.at(entry.cName())).put((byte) 0x12).put((byte) 0).putShort((short) codeSection);
            out.putLong(functionAddress(entry)).putLong(functionSize(entry));
        }
    }

    /// The function lists of each version and the interfaces, every pointer relocated when the module is loaded.
    private void lists() {
        Section lists = section(".data.rel.ro");
        ByteBuffer out = lists.writer();
        ByteBuffer relocations = section(".rela.dyn").writer();
        for (Version version : VERSIONS) {
            out.put((byte) version.major()).put((byte) version.minor()).position(out.position() + 6);
            for (Entry entry : entries.subList(0, functionsOf(version))) {
                relocate(relocations, lists.address() + out.position(), functionAddress(entry));
                out.putLong(0);
            }
        }
        for (int i = 0; i < VERSIONS.size(); i++) {
            relocate(relocations, lists.address() + out.position(), addresses.getOrDefault("interfaceName", 0L));
            relocate(relocations, lists.address() + out.position() + 8, addresses.getOrDefault(listLabel(i), 0L));
            out.putLong(0).putLong(0).putLong(Ckf.INTERFACE_FORK_SAFE);
        }
    }

    private void relocate(ByteBuffer relocations, long place, long target) {
        relocations.putLong(place).putLong(architecture.relativeRelocation()).putLong(target);
    }

    private void dynamic() {
        ByteBuffer out = section(".dynamic").writer();
        long[][] tags = {
            {4, section(".hash").address()}, // DT_HASH
            {5, section(".dynstr").address()}, // DT_STRTAB
            {6, section(".dynsym").address()}, // DT_SYMTAB
            {10, strings.size()}, // DT_STRSZ
            {11, 24}, // DT_SYMENT
            {7, section(".rela.dyn").address()}, // DT_RELA
            {8, section(".rela.dyn").size()}, // DT_RELASZ
            {9, 24}, // DT_RELAENT
            {14, soName}, // DT_SONAME
            {0x6FFFFFF9L, relocations()}, // DT_RELACOUNT
            {0, 0}
        };
        for (long[] tag : tags) {
            out.putLong(tag[0]).putLong(tag[1]);
        }
    }

    private long functionAddress(Entry entry) {
        Integer offset = machine.labels().get(entry.cName());
        if (offset == null) {
            throw new IllegalStateException(entry.cName() + " has no code");
        }
        return codeAddress() + offset;
    }

    /// An entry is a few instructions long; those that answer themselves are larger, but nobody steps through them by
    /// size.
    private static long functionSize(Entry entry) {
        return entry.isDiscovery() ? 32 : 16;
    }

    private int relocations() {
        return VERSIONS.stream().mapToInt(this::functionsOf).sum() + 2 * VERSIONS.size();
    }

    private int listsSize() {
        return VERSIONS.stream().mapToInt(this::listSize).sum();
    }

    private int listSize(Version version) {
        return 8 + 8 * functionsOf(version);
    }

    private int functionsOf(Version version) {
        return (int) entries.stream()
                .filter(entry -> entry.function().since().compareTo(version) <= 0)
                .count();
    }

    static String listLabel(int version) {
        return "functions of " + VERSIONS.get(version);
    }

    private Section make(String name, int type, int flags, int alignment, int size) {
        Section section = new Section(name, type, flags | Section.ALLOC, alignment, size);
        sections.put(name, section);
        return section;
    }

    private Section section(String name) {
        Section section = sections.get(name);
        if (section == null) {
            throw new IllegalArgumentException(name);
        }
        return section;
    }
}
