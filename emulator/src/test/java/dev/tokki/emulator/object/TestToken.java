package dev.tokki.emulator.object;

import dev.tokki.storage.MasterKey;
import dev.tokki.storage.Role;
import dev.tokki.storage.StoredToken;
import dev.tokki.storage.Stores;
import dev.tokki.storage.TokenState;
import dev.tokki.storage.TokenStore;
import java.nio.charset.StandardCharsets;

/// A token in memory with a user PIN, and applications on it.
final class TestToken implements AutoCloseable {
    private static final byte[] PIN = "1234".getBytes(StandardCharsets.UTF_8);

    private final TokenStore store = Stores.inMemory();
    private final StoredToken stored = store.initialise(0, new TokenState("label", "1", 0, 0, 0), PIN);
    private TokenObjects objects;

    TestToken() {
        try (MasterKey key = stored.open(Role.SO, PIN).orElseThrow()) {
            stored.setPin(Role.USER, PIN, key);
        }
        objects = TokenObjects.open(stored, Equipment.none(), new FakeHardware(), new long[0]);
    }

    /// {@return an application, its user not logged in}
    ApplicationObjects connect() {
        return new ApplicationObjects(objects, Samples.FACTORY, new Handles());
    }

    /// {@return an application whose user is logged in}
    ApplicationObjects user() {
        ApplicationObjects application = connect();
        login(application);
        return application;
    }

    void login(ApplicationObjects application) {
        application.userLoggedIn(stored.open(Role.USER, PIN).orElseThrow());
    }

    /// Reads the objects from the store again, as another process would.
    void restart() {
        objects = TokenObjects.open(stored, Equipment.none(), new FakeHardware(), new long[0]);
    }

    StoredToken stored() {
        return stored;
    }

    @Override
    public void close() {
        store.close();
    }
}
