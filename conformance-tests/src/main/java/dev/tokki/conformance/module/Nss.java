package dev.tokki.conformance.module;

import dev.tokki.api.Bytes;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.constant.Ckf;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/// NSS softoken on a database of its own, which is put back before each test.
///
/// Its configuration is the text in `pReserved`. It has two slots: one without a login for cryptography, one with the
/// database; tests use the second. Its SO can log in, with an empty PIN, only until the user's PIN is set.
final class Nss implements ModuleUnderTest {
    private static final TokenFacts TOKEN = new TokenFacts("tokki conformance", Bytes.EMPTY, Bytes.utf8("1234-user"));

    private final Path library;
    private final Folder folder = new Folder("nss");
    private final Processes processes;
    private final InitializeArgs arguments;

    Nss(Path library) {
        this.library = library;
        // The default number of iterations over the PIN takes a tenth of a second for each login.
        this.processes = new Processes(library, Map.of("NSS_MAX_MP_PBE_ITERATION_COUNT", "1000"));
        this.arguments = new InitializeArgs(
                Mutexes.NONE,
                Ckf.OS_LOCKING_OK,
                "configdir='sql:%s' certPrefix='' keyPrefix='' secmod='secmod.db' flags= dbTokenDescription='%s'"
                        .formatted(folder.live(), TOKEN.label()));
    }

    @Override
    public String name() {
        return "nss";
    }

    @Override
    public String title() {
        return "NSS softoken";
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
        return new NativeStage(
                processes,
                arguments,
                TOKEN,
                EnumSet.of(Permission.REINITIALISE, Permission.RISK_PINS, Permission.OTHER_APPLICATION));
    }

    @Override
    public void close() {
        processes.close();
        folder.close();
    }

    private void prepare() {
        Preparation preparation = new Preparation(processes.first(), arguments, TOKEN);
        preparation.initialize();
        preparation.initPin(preparation.slot(), TOKEN.soPin());
        preparation.finish();
    }
}
