package dev.tokki.conformance.module;

import java.nio.file.Path;

/// What it takes to make a native module under test, in any process.
///
/// @param kind which of the set-ups that the suite knows
/// @param library path of the library
public record Specification(Kind kind, String library) {
    /// The set-ups.
    public enum Kind {
        /// SoftHSM 2.
        SOFTHSM,
        /// NSS softoken.
        NSS
    }

    /// {@return the module, to be run in this process}
    public ModuleUnderTest module() {
        return switch (kind) {
            case SOFTHSM -> new SoftHsm(Path.of(library));
            case NSS -> new Nss(Path.of(library));
        };
    }
}
