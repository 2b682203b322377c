package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A full disk is said to be one; nothing acknowledged is lost, nothing refused is there, and when there is
/// room again everything goes on.
class FullDiskTest {
    @TempDir
    Path temporary;

    // Kept, since a logger that nobody holds forgets its level. What is logged here is expected.
    private final Logger log = Logger.getLogger(FolderBacking.class.getName());
    private final StoreKey key = StoreKey.random();
    private final Map<Long, Integer> acknowledged = new LinkedHashMap<>();
    private Path folder = Path.of("");
    private int count;

    @BeforeEach
    void place() {
        folder = temporary.resolve("store");
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void logAgain() {
        log.setLevel(null);
    }

    /// Sizes chosen so that it fills up in the journal, while the journal is brought into the database, and
    /// after.
    @ParameterizedTest
    @ValueSource(ints = {2_000, 4_100, 5_000, 7_000, 9_000, 12_000, 16_000})
    void aStoreSurvivesAFullDisk(int kibibytes) throws IOException {
        try (SmallDisk disk = SmallDisk.mount(temporary, kibibytes)) {
            Path ballast = Files.write(disk.path().resolve("ballast"), new byte[600_000]);
            try (TokenStore store = Stores.create(folder, key, PinHardness.FAST)) {
                StoredToken token = store.initialise(0, new TokenState("l", "s", 0, 0, 0), Sample.SO_PIN);
                fill(token);
                checkAll(token);
                Files.delete(ballast);
                for (int i = 0; i < 5; i++) {
                    insert(token);
                }
                checkAll(token);
                fill(token);
            }
            // Closed on a full disk, and opened on it.
            try (TokenStore store = Stores.open(folder, key, PinHardness.FAST)) {
                StoredToken token = store.tokens().getFirst();
                checkAll(token);
                assertThat(token.state().label()).isEqualTo("l");
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidToBeOne() {
        try (SmallDisk disk = SmallDisk.mount(temporary, 4_000)) {
            Stores.create(folder, key, PinHardness.FAST).close();
            disk.makeReadOnly();
            assertCannotWrite(() -> Stores.open(folder, key, PinHardness.FAST));
            assertCannotWrite(() -> Stores.create(temporary.resolve("other"), key, PinHardness.FAST));
        }
    }

    @Test
    void aStoreForWhichThereIsNoRoomIsNotMade() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(temporary, 60)) {
            Path ballast = Files.write(disk.path().resolve("ballast"), new byte[40_000]);
            assertCannotWrite(() -> Stores.create(folder, key, PinHardness.FAST));
            assertThat(Stores.exists(folder)).isFalse();
            Files.delete(ballast);
            assertThat(Stores.exists(folder)).isFalse();
        }
    }

    private static void assertCannotWrite(Runnable opening) {
        assertThatThrownBy(opening::run)
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CANNOT_WRITE));
    }

    private void fill(StoredToken token) {
        for (int refused = 0; refused < 3; ) {
            try {
                insert(token);
            } catch (StorageException e) {
                assertThat(e.problem()).as(e.toString()).isEqualTo(Problem.CANNOT_WRITE);
                assertThat(e).hasMessageContaining(folder.toString());
                refused++;
            }
        }
    }

    private void insert(StoredToken token) {
        int number = count++;
        StoredObject object = token.insert(new NewObject(false, content(number)), null);
        acknowledged.put(object.id(), number);
    }

    private void checkAll(StoredToken token) {
        Map<Long, Integer> found = new LinkedHashMap<>();
        token.unsealAll(false, null, (object, content) -> {
            int number = Byte.toUnsignedInt(content[0]) + 256 * Byte.toUnsignedInt(content[1]);
            assertThat(content).isEqualTo(content(number));
            found.put(object.id(), number);
        });
        assertThat(found).isEqualTo(acknowledged);
        token.objects()
                .forEach(object -> assertThat(token.unseal(object, null))
                        .isEqualTo(content(acknowledged.getOrDefault(object.id(), -1))));
    }

    private static byte[] content(int number) {
        byte[] content = new byte[20_000];
        Arrays.fill(content, (byte) number);
        content[0] = (byte) number;
        content[1] = (byte) (number >> 8);
        return content;
    }
}
