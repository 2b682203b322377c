package dev.tokki.storage;

import dev.tokki.api.Bytes;
import dev.tokki.storage.StorageException.Problem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Function;
import org.h2.Driver;

/// Makes and opens stores.
///
/// A store on disk is a folder. In it: `store.mv.db`, the encrypted database; `store.key`, its key, unless the
/// caller keeps that; `store.mark`, how far it has come; while it is open `store.owner`, who has it. To move a
/// store, move the folder while nobody has it open.
public final class Stores {
    private static final Logger LOG = System.getLogger(Stores.class.getName());

    private Stores() {}

    /// {@return a new empty store in memory, gone when it is closed; PINs are [PinHardness#FAST]}
    public static TokenStore inMemory() {
        return inMemory(PinHardness.FAST);
    }

    /// {@return a new empty store in memory, gone when it is closed}
    public static TokenStore inMemory(PinHardness hardness) {
        try (StoreKey key = StoreKey.random()) {
            byte[] id = new byte[16];
            new SecureRandom().nextBytes(id);
            return SealedStore.open(new MemoryBacking(Bytes.of(id)), new StoreKeys(key), hardness);
        }
    }

    /// {@return whether there is a store in a folder; says nothing about whether it can be opened}
    public static boolean exists(Path folder) {
        return Files.exists(StoreFolder.at(folder).database());
    }

    /// Makes a new store with a key of its own in the file `store.key`.
    ///
    /// The key file (mode 0600) lies beside the database: it keeps the store from whoever gets the database file
    /// without it, not from whoever can read the folder. Private objects need a PIN in any case.
    ///
    /// @param folder made if it is not there; may hold other files, but no store
    /// @return the store, open
    /// @throws StorageException if there is a store already, or it cannot be made
    public static TokenStore create(Path folder) {
        return create(folder, PinHardness.STORED, place -> KeyFile.readOrMake(place.key()));
    }

    /// Makes a new store with the caller's key, which is not kept.
    ///
    /// @param folder made if it is not there; may hold other files, but no store
    /// @param key opens the store in future; the store does not need it any longer when this returns
    /// @param hardness the hardness of PINs set while the store is open
    /// @return the store, open
    /// @throws StorageException if there is a store already, or it cannot be made
    public static TokenStore create(Path folder, StoreKey key, PinHardness hardness) {
        byte[] copy = key.toBytes();
        try {
            return create(folder, hardness, place -> StoreKey.of(copy));
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /// {@return the store in a folder, opened with the key in its file `store.key`}
    ///
    /// @throws StorageException if there is none, or it cannot be opened
    public static TokenStore open(Path folder) {
        StoreFolder place = existing(folder);
        try (StoreKey key = KeyFile.read(place.key())) {
            return open(place, key, PinHardness.STORED);
        }
    }

    /// {@return the store in a folder, opened with the caller's key}
    ///
    /// @param hardness the hardness of PINs set while the store is open; those set before keep theirs
    /// @throws StorageException if there is none, or it cannot be opened
    public static TokenStore open(Path folder, StoreKey key, PinHardness hardness) {
        return open(existing(folder), key, hardness);
    }

    /// Loads the database's classes, which is most of what opening the first store on disk takes: for a
    /// program that has something else to do meanwhile. To be over before a store is opened, since two
    /// threads that initialise H2's classes in different orders may wait for each other. It changes nothing,
    /// and never fails.
    public static void warmUp() {
        Migrations migrations = Migrations.all();
        try (Connection connection = new Driver().connect("jdbc:h2:mem:", new Properties())) {
            migrations.run(connection, 0);
            new Rows(connection).tokens();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "the database could not be tried", e);
        }
    }

    private static TokenStore create(Path folder, PinHardness hardness, Function<StoreFolder, StoreKey> keySource) {
        StoreFolder place = StoreFolder.at(folder);
        place.make();
        Ownership ownership = Ownership.take(place);
        try {
            if (Files.exists(place.database())) {
                throw new StorageException(
                        Problem.BAD_PATH, "there is a store in " + place.path() + " already; open it", null);
            }
            try (StoreKey key = keySource.apply(place)) {
                StoreKeys keys = new StoreKeys(key);
                new Database(place, key, keys).found();
                return open(place, ownership, key, keys, hardness);
            }
        } catch (StorageException e) {
            ownership.close();
            throw e;
        }
    }

    private static TokenStore open(StoreFolder place, StoreKey key, PinHardness hardness) {
        Ownership ownership = Ownership.take(place);
        try {
            return open(place, ownership, key, new StoreKeys(key), hardness);
        } catch (StorageException e) {
            ownership.close();
            throw e;
        }
    }

    private static TokenStore open(
            StoreFolder place, Ownership ownership, StoreKey key, StoreKeys keys, PinHardness hardness) {
        FolderBacking backing = FolderBacking.open(place, ownership, key, keys);
        try {
            SealedStore store = SealedStore.open(backing, keys, hardness);
            backing.trySettle();
            return store;
        } catch (StorageException e) {
            backing.abandon();
            throw e;
        }
    }

    private static StoreFolder existing(Path folder) {
        StoreFolder place = StoreFolder.at(folder);
        if (!Files.exists(place.database())) {
            throw new StorageException(
                    Problem.BAD_PATH, "there is no store in " + place.path() + "; make one first", null);
        }
        return place;
    }
}
