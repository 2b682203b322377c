package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One process at a time has a store, and others are told which.
class OwnershipTest {
    @TempDir
    Path folder;

    @BeforeEach
    void make() {
        Stores.create(folder).close();
    }

    @Test
    void anotherProcessIsNamed() {
        try (ChildJvm child = ChildJvm.start(Holder.class, folder.toString())) {
            assertThat(child.line()).isEqualTo("open 0");
            assertInUse("process " + child.pid() + " on ");
        }
        Stores.open(folder).close();
    }

    @Test
    void anotherProcessIsToldAboutThisOne() {
        try (TokenStore store = Stores.open(folder);
                ChildJvm child = ChildJvm.start(Holder.class, folder.toString())) {
            assertThat(child.line())
                    .startsWith("IN_USE")
                    .contains("process " + ProcessHandle.current().pid() + " on ");
            assertThat(store.tokens()).isEmpty();
        }
    }

    @Test
    void openingTwiceInOneProcessIsRefusedAndLeavesTheFirstItsLock() {
        try (TokenStore store = Stores.open(folder)) {
            assertInUse("this program itself");
            assertInUse("this program itself");
            try (ChildJvm child = ChildJvm.start(Holder.class, folder.toString())) {
                assertThat(child.line()).startsWith("IN_USE");
            }
            assertThat(store.tokens()).isEmpty();
        }
        Stores.open(folder).close();
    }

    @Test
    void aNoteLeftBehindHindersNobody() throws IOException {
        Files.writeString(folder.resolve("store.owner"), "1\telsewhere\tunknown\tjava\t" + folder + "\n");
        Stores.open(folder).close();
        Files.writeString(folder.resolve("store.owner"), "no note at all");
        Stores.open(folder).close();
        assertThat(folder.resolve("store.owner")).doesNotExist();
    }

    @Test
    void aCopyMadeWhileItIsOpenIsAnotherStore(@TempDir Path other) throws IOException {
        try (TokenStore store = Stores.open(folder)) {
            for (String name : new String[] {"store.mv.db", "store.key", "store.journal", "store.owner"}) {
                Files.copy(folder.resolve(name), other.resolve(name));
            }
            assertThat(store.tokens()).isEmpty();
            Stores.open(other).close();
        }
    }

    private void assertInUse(String who) {
        assertThatThrownBy(() -> Stores.open(folder).close())
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.IN_USE))
                .hasMessageContaining(who)
                .hasMessageContaining(folder.toString());
    }
}
