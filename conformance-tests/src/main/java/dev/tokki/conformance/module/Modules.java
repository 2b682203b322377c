package dev.tokki.conformance.module;

import dev.tokki.emulator.crypto.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// The modules that the suite knows how to prepare.
public final class Modules {
    private Modules() {}

    /// {@return Tokki's engine with its tokens in memory}
    public static ModuleUnderTest engineInMemory() {
        return Engine.inMemory();
    }

    /// {@return Tokki's engine with its tokens in memory, computing by a selection of providers}
    public static ModuleUnderTest engineInMemory(Selection crypto) {
        return Engine.inMemory(crypto);
    }

    /// {@return Tokki's engine with its tokens in encrypted files}
    public static ModuleUnderTest engineOnFile() {
        return Engine.onFile();
    }

    /// {@return SoftHSM 2 where it is installed, or its absence}
    public static ModuleUnderTest softHsm() {
        return found("softhsm", "SoftHSM", Places.SOFTHSM, Modules::softHsm);
    }

    /// {@return SoftHSM 2}
    public static ModuleUnderTest softHsm(Path library) {
        return new SoftHsm(library);
    }

    /// {@return NSS softoken where it is installed, or its absence}
    public static ModuleUnderTest nss() {
        return found("nss", "NSS softoken", Places.NSS, Modules::nss);
    }

    /// {@return NSS softoken}
    public static ModuleUnderTest nss(Path library) {
        return new Nss(library);
    }

    /// {@return any library, on a token that somebody gives to the suite}
    public static ModuleUnderTest given(GivenToken token) {
        return new GivenModule(token);
    }

    /// {@return every native module that the suite looks for, absent ones too}
    public static List<ModuleUnderTest> natives() {
        return List.of(softHsm(), nss());
    }

    private static ModuleUnderTest found(
            String name, String title, Places places, Function<Path, ModuleUnderTest> module) {
        return places.found().map(module).orElseGet(() -> new Absent(name, title, places.absence()));
    }
}
