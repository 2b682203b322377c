package dev.tokki.conformance.module;

import dev.tokki.api.Bytes;
import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.api.InitializeArgs.Mutexes;
import dev.tokki.api.constant.Ckf;
import dev.tokki.nativeadapter.Options;
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

    /// The default number of iterations over the PIN takes a tenth of a second for each login.
    private static final Options OPTIONS =
            Options.defaults().environment(Map.of("NSS_MAX_MP_PBE_ITERATION_COUNT", "1000"));

    private final Path path;
    private final Library library;
    private final LazyFolder folder = new LazyFolder("nss");

    Nss(Path path) {
        this.path = path;
        this.library = new Library(path);
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
        return Optional.of(path.toString());
    }

    @Override
    public Stage stage() {
        Folder database = folder.get();
        InitializeArgs arguments = arguments(database);
        library.end();
        if (database.isKept()) {
            database.restore();
        } else {
            prepare(library.application(0, OPTIONS), arguments);
            database.keep();
        }
        return new NativeStage(
                library,
                OPTIONS,
                arguments,
                TOKEN,
                EnumSet.of(
                        Permission.REINITIALISE,
                        Permission.RISK_PINS,
                        Permission.RISK_SO_PIN,
                        Permission.OTHER_APPLICATION));
    }

    @Override
    public void close() {
        library.close();
        folder.close();
    }

    private static InitializeArgs arguments(Folder database) {
        return new InitializeArgs(
                Mutexes.NONE,
                Ckf.OS_LOCKING_OK,
                "configdir='sql:%s' certPrefix='' keyPrefix='' secmod='secmod.db' flags= dbTokenDescription='%s'"
                        .formatted(database.live(), TOKEN.label()));
    }

    private static void prepare(Cryptoki module, InitializeArgs arguments) {
        Preparation preparation = new Preparation(module, arguments, TOKEN);
        preparation.initialize();
        preparation.initPin(preparation.slot(), TOKEN.soPin());
        preparation.finish();
    }
}
