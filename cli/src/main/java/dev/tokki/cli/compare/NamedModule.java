package dev.tokki.cli.compare;

import dev.tokki.cli.Usage;
import dev.tokki.conformance.module.Expectations;
import dev.tokki.conformance.module.ModuleUnderTest;
import dev.tokki.conformance.module.Modules;
import dev.tokki.conformance.module.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// A module under a name that the person chose, so that two versions of one library have columns of their own.
///
/// @param name the name
/// @param module the module
record NamedModule(String name, ModuleUnderTest module) implements ModuleUnderTest {
    /// {@return the module that `--module` names: `softhsm`, `nss`, a path, or `name=path`}
    ///
    /// @param token the token of a library that the suite has no set-up for
    static ModuleUnderTest of(String argument, GivenTokenOptions token) {
        int equals = argument.indexOf('=');
        ModuleUnderTest module = named(argument.substring(equals + 1), token);
        return equals < 1 ? module : new NamedModule(argument.substring(0, equals), module);
    }

    private static ModuleUnderTest named(String place, GivenTokenOptions token) {
        return switch (place.toLowerCase(Locale.ROOT)) {
            case "softhsm" -> Modules.softHsm();
            case "nss" -> Modules.nss();
            default -> library(Path.of(place), token);
        };
    }

    private static ModuleUnderTest library(Path library, GivenTokenOptions token) {
        if (!Files.isReadable(library)) {
            throw new Usage("there is no library " + library);
        }
        String file = String.valueOf(library.getFileName()).toLowerCase(Locale.ROOT);
        if (!token.areGiven() && file.contains("softhsm")) {
            return Modules.softHsm(library);
        }
        if (!token.areGiven() && file.contains("softokn")) {
            return Modules.nss(library);
        }
        return Modules.given(token.of(library));
    }

    @Override
    public String title() {
        return module.title() + " (" + name + ")";
    }

    @Override
    public Optional<String> location() {
        return module.location();
    }

    @Override
    public boolean held() {
        return module.held();
    }

    @Override
    public Optional<String> absence() {
        return module.absence();
    }

    @Override
    public Expectations expectations() {
        return module.expectations();
    }

    @Override
    public Stage stage() {
        return module.stage();
    }

    @Override
    public void close() {
        module.close();
    }
}
