package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.nativeadapter.Options;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stage whose module is a library; each application is a process of its own.
record NativeStage(
        Library library,
        Options options,
        @Nullable InitializeArgs arguments,
        TokenFacts token,
        Set<Permission> permissions)
        implements Stage {
    @Override
    public Cryptoki cryptoki() {
        return library.application(0, options);
    }

    @Override
    public Cryptoki otherApplication() {
        return library.application(1, options);
    }

    @Override
    public void kill() {
        library.kill();
    }

    @Override
    public void close() {
        library.end();
    }
}
