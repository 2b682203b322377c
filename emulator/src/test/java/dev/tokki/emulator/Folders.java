package dev.tokki.emulator;

import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.storage.PinHardness;
import dev.tokki.storage.StoreKey;
import dev.tokki.storage.Stores;
import dev.tokki.storage.TokenStore;
import java.nio.file.Files;
import java.nio.file.Path;

/// Engines on one folder, one after the other.
record Folders(Path folder, StoreKey key, TokenPolicy policy) {
    Folders(Path folder, TokenPolicy policy) {
        this(folder, StoreKey.random(), policy);
    }

    /// {@return an application on an engine that opens the folder, whose token is ready after the first time}
    Bench start() {
        Path live = folder.resolve("store");
        TokenStore store = Files.exists(live)
                ? Stores.open(live, key, PinHardness.FAST)
                : Stores.create(live, key, PinHardness.FAST);
        TokenPlan plan = TokenPlan.ready("test", Bench.SO_PIN, Bench.USER_PIN).withUser("alice", "alice's PIN");
        return Bench.on(
                Emulator.builder().store(store).slot(0, plan.withPolicy(policy)).build());
    }
}
