package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.nativeadapter.NativeModule;
import dev.tokki.nativeadapter.Options;
import java.nio.file.Path;
import java.util.Map;

/// The processes that a library is loaded in: one for each application, started when first asked for.
final class Processes implements AutoCloseable {
    private final Path library;
    private final Map<String, String> environment;
    private @org.jspecify.annotations.Nullable Cryptoki first;

    Processes(Path library, Map<String, String> environment) {
        this.library = library;
        this.environment = environment;
    }

    Cryptoki first() {
        Cryptoki known = first;
        if (known == null) {
            known = NativeModule.load(library, Options.defaults().environment(environment));
            first = known;
        }
        return known;
    }

    Cryptoki second() {
        return first();
    }

    /// Leaves the library not initialised in every process.
    void endAll() {
        Preparation.end(first());
    }

    void kill() {}

    @Override
    public void close() {
        if (first != null) {
            first.close();
        }
    }
}
