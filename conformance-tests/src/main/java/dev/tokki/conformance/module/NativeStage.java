package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stage whose module is a library in processes of its own.
record NativeStage(
        Processes processes, @Nullable InitializeArgs arguments, TokenFacts token, Set<Permission> permissions)
        implements Stage {
    @Override
    public Cryptoki cryptoki() {
        return processes.first();
    }

    @Override
    public Cryptoki otherApplication() {
        return processes.second();
    }

    @Override
    public void kill() {
        processes.kill();
    }

    @Override
    public void close() {
        processes.endAll();
    }
}
