package dev.tokki.server.elf;

import java.util.Locale;

/// The processors a module can be written for; Linux on both, with any C library.
public enum Architecture {
    /// Intel and AMD, 64 bits.
    X86_64(62, 0x1000, 8),
    /// ARM, 64 bits.
    AARCH64(183, 0x10000, 1027);

    private final int elfMachine;
    private final int pageSize;
    private final int relative;

    Architecture(int elfMachine, int pageSize, int relative) {
        this.elfMachine = elfMachine;
        this.pageSize = pageSize;
        this.relative = relative;
    }

    /// {@return the processor this runs on}
    ///
    /// @throws UnsupportedOperationException if no module can be written for it
    public static Architecture here() {
        return named(System.getProperty("os.arch"));
    }

    /// {@return the processor of a name as Java, Debian or GNU spell it}
    ///
    /// @throws UnsupportedOperationException if no module can be written for it
    public static Architecture named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64", "x64" -> X86_64;
            case "aarch64", "arm64" -> AARCH64;
            default ->
                throw new UnsupportedOperationException(
                        "a module can be written for x86_64 and aarch64, not for " + name);
        };
    }

    int elfMachine() {
        return elfMachine;
    }

    /// The largest page the kernel may use.
    int pageSize() {
        return pageSize;
    }

    /// `R_X86_64_RELATIVE`, `R_AARCH64_RELATIVE`: add the address at which the object was loaded.
    int relativeRelocation() {
        return relative;
    }

    Machine machine() {
        return switch (this) {
            case X86_64 -> new X64();
            case AARCH64 -> new Arm64();
        };
    }
}
