package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A native library in this process, loaded when it is first wanted.
final class Library implements AutoCloseable {
    private final Path path;
    private @Nullable Cryptoki module;

    Library(Path path) {
        this.path = path;
    }

    /// {@return the library}
    ///
    /// @param environment variables set before it is loaded
    Cryptoki loaded(Map<String, String> environment) {
        Cryptoki known = module;
        if (known == null) {
            known = NativeModule.load(path, Options.defaults().environment(environment));
            module = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (module != null) {
            module.close();
        }
    }
}
