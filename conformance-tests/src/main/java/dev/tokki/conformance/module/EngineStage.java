package dev.tokki.conformance.module;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.InitializeArgs;
import dev.tokki.emulator.Emulator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stage whose module is an engine of its own.
final class EngineStage implements Stage {
    private final Emulator emulator;
    private final long slot;
    private final Cryptoki first;
    private final Cryptoki second;

    /// @param slot where the prepared token is, in a reader
    EngineStage(Emulator emulator, long slot) {
        this.emulator = emulator;
        this.slot = slot;
        this.first = emulator.connect();
        this.second = emulator.connect();
    }

    @Override
    public Cryptoki cryptoki() {
        return first;
    }

    @Override
    public Cryptoki otherApplication() {
        return second;
    }

    @Override
    public @Nullable InitializeArgs arguments() {
        return null;
    }

    @Override
    public TokenFacts token() {
        return Preparation.USUAL;
    }

    @Override
    public Set<Permission> permissions() {
        return EnumSet.allOf(Permission.class);
    }

    @Override
    public Optional<Hand> hand() {
        return Optional.of(new Hand() {
            @Override
            public void eject() {
                emulator.eject(slot);
            }

            @Override
            public void insert() {
                emulator.insert(slot);
            }

            @Override
            public void writeProtect(boolean fromWriting) {
                emulator.writeProtect(slot, fromWriting);
            }
        });
    }

    @Override
    public void kill() {
        // A thread cannot be ended from outside; the engine is left to it.
    }

    @Override
    public void close() {
        emulator.close();
    }
}
