package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.nativeadapter.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/// SoftHSM 2 on a token folder of its own, which is put back before each test.
final class SoftHsm implements ModuleUnderTest {
    private final Path path;
    private final Library library;
    private final LazyFolder folder = new LazyFolder("softhsm");

    SoftHsm(Path path) {
        this.path = path;
        this.library = new Library(path);
    }

    @Override
    public String name() {
        return "softhsm";
    }

    @Override
    public String title() {
        return "SoftHSM";
    }

    @Override
    public Optional<String> location() {
        return Optional.of(path.toString());
    }

    @Override
    public Stage stage() {
        Folder tokens = folder.get();
        Options options = Options.defaults().environment(Map.of("SOFTHSM2_CONF", configuration(tokens)));
        library.end();
        if (tokens.isKept()) {
            tokens.restore();
        } else {
            prepare(library.application(0, options));
            tokens.keep();
        }
        return new NativeStage(library, options, null, Preparation.USUAL, EnumSet.allOf(Permission.class));
    }

    @Override
    public void close() {
        library.close();
        folder.close();
    }

    private static String configuration(Folder tokens) {
        Path file = tokens.root().resolve("softhsm2.conf");
        try {
            Files.writeString(
                    file,
                    "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
                            .formatted(tokens.live()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    /// The slot's number changes with C_InitToken, and again when the module is initialised anew.
    private static void prepare(Cryptoki module) {
        Preparation preparation = new Preparation(module, null, Preparation.USUAL);
        preparation.initialize();
        preparation.initToken(preparation.blank().orElseThrow());
        preparation.finish();
        preparation.initialize();
        preparation.initPin(preparation.slot(), Preparation.USUAL.soPin());
        preparation.finish();
    }
}
