package dev.tokki.cli.explain;

/// Numbers as the specification's headers write them.
final class Hex {
    private Hex() {}

    /// {@return at least eight digits: `0x000000A4`}
    static String of(long value) {
        return "0x%08X".formatted(value);
    }
}
