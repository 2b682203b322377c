package dev.tokki.conformance.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/// SoftHSM 2 on a token folder of its own, which is put back before each test.
final class SoftHsm implements ModuleUnderTest {
    private final Path library;
    private final Folder folder = new Folder("softhsm");
    private final Processes processes;

    SoftHsm(Path library) {
        this.library = library;
        Path configuration = folder.root().resolve("softhsm2.conf");
        try {
            Files.writeString(
                    configuration,
                    "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
                            .formatted(folder.live()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.processes = new Processes(library, Map.of("SOFTHSM2_CONF", configuration.toString()));
    }

    @Override
    public String name() {
        return "softhsm";
    }

    @Override
    public String title() {
        return "SoftHSM 2";
    }

    @Override
    public Optional<String> location() {
        return Optional.of(library.toString());
    }

    @Override
    public Stage stage() {
        processes.endAll();
        if (folder.isKept()) {
            folder.restore();
        } else {
            prepare();
            folder.keep();
        }
        return new NativeStage(processes, null, Preparation.USUAL, EnumSet.allOf(Permission.class));
    }

    @Override
    public void close() {
        processes.close();
        folder.close();
    }

    /// The slot's number changes with C_InitToken, and again when the module is initialised anew.
    private void prepare() {
        Preparation preparation = new Preparation(processes.first(), null, Preparation.USUAL);
        preparation.initialize();
        preparation.initToken(preparation.blank().orElseThrow());
        preparation.finish();
        preparation.initialize();
        preparation.initPin(preparation.slot(), Preparation.USUAL.soPin());
        preparation.finish();
    }
}
