package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stage whose module is a library in this process, which is the only application there can be in it.
record NativeStage(Cryptoki cryptoki, @Nullable InitializeArgs arguments, TokenFacts token, Set<Permission> permissions)
        implements Stage {
    @Override
    public Cryptoki otherApplication() {
        throw new UnsupportedOperationException(Permission.OTHER_APPLICATION.lack());
    }

    @Override
    public void kill() {
        // Whoever runs the test ends the process.
    }

    @Override
    public void close() {
        Preparation.end(cryptoki);
    }
}
