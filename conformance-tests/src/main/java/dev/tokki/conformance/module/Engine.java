package dev.tokki.conformance.module;

import dev.tokki.api.constant.Ckv;
import dev.tokki.emulator.Emulator;
import dev.tokki.emulator.TokenPlan;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Selection;
import dev.tokki.emulator.object.Coverage;
import dev.tokki.emulator.object.Equipment;
import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.storage.PinHardness;
import dev.tokki.storage.StoreKey;
import dev.tokki.storage.Stores;
import dev.tokki.storage.TokenStore;
import java.util.List;
import java.util.function.Supplier;

/// Tokki's engine: a new one for each test, with the prepared token in one slot and a factory-fresh one in another.
final class Engine implements ModuleUnderTest {
    private static final long PREPARED = 4;
    private static final long BLANK = 7;
    /// Nobody's: so that there is one.
    private static final Equipment.Validation VALIDATION = new Equipment.Validation(
                    Ckv.TYPE_UNSPECIFIED,
                    1,
                    0,
                    0,
                    "Tokki's engine",
                    1,
                    Ckv.AUTHORITY_TYPE_UNSPECIFIED,
                    "",
                    "",
                    "",
                    "",
                    "")
            .covering(Coverage.approved());

    private final String name;
    private final String title;
    private final Supplier<TokenStore> stores;
    private final Selection crypto;
    private final Runnable end;

    private Engine(String name, String title, Supplier<TokenStore> stores, Selection crypto, Runnable end) {
        this.name = name;
        this.title = title;
        this.stores = stores;
        this.crypto = crypto;
        this.end = end;
    }

    /// {@return the engine on stores in memory}
    static ModuleUnderTest inMemory() {
        return new Engine("engine-memory", "Tokki, in memory", Stores::inMemory, Selection.usual(), () -> {});
    }

    /// {@return the engine on stores in memory, computing by a selection of providers}
    static ModuleUnderTest inMemory(Selection crypto) {
        return new Engine(
                "engine-" + crypto.label(), "Tokki, in memory, " + crypto.label(), Stores::inMemory, crypto, () -> {});
    }

    /// {@return the engine on encrypted files}
    static ModuleUnderTest onFile() {
        Folder folder = new Folder("engine");
        return new Engine("engine-file", "Tokki, on file", () -> create(folder), Selection.usual(), folder::close);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean held() {
        return true;
    }

    @Override
    public Expectations expectations() {
        return Expectations.known("engine");
    }

    @Override
    public Stage stage() {
        TokenFacts token = Preparation.USUAL;
        TokenPlan ready = TokenPlan.ready(
                        token.label(), token.soPin().text(), token.userPin().text())
                .withUser("alice", "alice's PIN")
                .withUser("bob", "bob's PIN")
                .withPolicy(TokenPolicy.standard()
                        .withAsyncSessions()
                        .withEquipment(Equipment.standard().withValidations(List.of(VALIDATION))));
        Emulator emulator = Emulator.builder()
                .crypto(Crypto.of(crypto))
                .store(stores.get())
                .reader(PREPARED, ready)
                .slot(BLANK)
                .build();
        return new EngineStage(emulator, PREPARED);
    }

    @Override
    public void close() {
        end.run();
    }

    private static TokenStore create(Folder folder) {
        folder.clear();
        try (StoreKey key = StoreKey.random()) {
            return Stores.create(folder.live(), key, PinHardness.FAST);
        }
    }
}
