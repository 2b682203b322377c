package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokki.storage.StorageException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who can write the database's rows, with the file's password and without the store's key, changes
/// nothing unnoticed.
class TamperingTest {
    @TempDir
    Path folder;

    private Sample sample;

    @BeforeEach
    void make() {
        sample = Sample.closed(folder.resolve("store"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE object SET content = (SELECT content FROM object WHERE id = $B) WHERE id = $A",
                "UPDATE object SET id = CASE id WHEN $A THEN $B ELSE $A END WHERE id IN ($A, $B)",
                "UPDATE object SET is_private = NOT is_private WHERE id = $A",
                "UPDATE object SET version = version + 1 WHERE id = $A",
                "UPDATE object SET slot = 1 - slot WHERE id = $A",
                "UPDATE object SET slot = 5 WHERE id = $A",
                "UPDATE object SET content = SUBSTRING(content FROM 1 FOR 20) WHERE id = $A",
                "UPDATE object SET content = NULL WHERE id = $A",
                "DELETE FROM object WHERE id = $A",
                "DELETE FROM object",
                "INSERT INTO object SELECT 9999, slot, is_private, version, content, large FROM object WHERE id = $A",
                "UPDATE token SET state = (SELECT state FROM token WHERE slot = 1) WHERE slot = 0",
                "UPDATE token SET slot = 5 WHERE slot = 0",
                "UPDATE token SET slot = 1 - slot",
                "UPDATE token SET id = (SELECT id FROM store)  WHERE slot = 0",
                "UPDATE token SET version = version - 1 WHERE slot = 0",
                "UPDATE token SET so_pin = user_pin WHERE slot = 0",
                "UPDATE token SET user_pin = so_pin WHERE slot = 0",
                "UPDATE token SET user_pin = NULL WHERE slot = 0",
                "UPDATE token SET so_pin = (SELECT so_pin FROM token WHERE slot = 1) WHERE slot = 0",
                "DELETE FROM token WHERE slot = 0",
                "INSERT INTO token SELECT 5, id, version, state, so_pin, user_pin FROM token WHERE slot = 0",
                "UPDATE store SET id = (SELECT id FROM token WHERE slot = 0)",
                "UPDATE store SET ledger = (SELECT state FROM token WHERE slot = 0)",
                "DELETE FROM store",
                "INSERT INTO store SELECT * FROM store",
                "UPDATE store SET version = 0",
                "DROP TABLE store",
                "DROP TABLE object",
                "ALTER TABLE token DROP COLUMN so_pin",
            })
    void anEditIsNoticed(String edit) throws SQLException {
        long a = sample.contents().keySet().stream().findFirst().orElseThrow();
        long b = sample.contents().keySet().stream().skip(2).findFirst().orElseThrow();
        sql(edit.replace("$A", Long.toString(a)).replace("$B", Long.toString(b)));
        assertDamaged();
    }

    @Test
    void anObjectPutBackToAnEarlierStateIsNoticed() throws SQLException {
        StoredObject object = objectOfSlot0();
        byte[] before = content(object.id());
        long versionBefore = object.version();
        try (TokenStore store = sample.open()) {
            StoredToken token = store.tokens().getFirst();
            MasterKey master = token.open(Role.USER, Sample.USER_PIN).orElseThrow();
            token.update(object, new NewObject(object.isPrivate(), new byte[5]), master, Durability.COMMITTED);
        }
        sql("UPDATE object SET version = " + versionBefore + ", content = X'"
                + HexFormat.of().formatHex(before) + "' WHERE id = " + object.id());
        assertDamaged();
    }

    @Test
    void aPinCounterPutBackIsNoticed() throws SQLException {
        sql("CREATE TABLE kept AS SELECT * FROM token");
        try (TokenStore store = sample.open()) {
            StoredToken token = store.tokens().getFirst();
            token.update(new TokenState("label", "serial", 1, 7, 0), Durability.SYNCED);
        }
        sql("DELETE FROM token; INSERT INTO token SELECT * FROM kept; DROP TABLE kept");
        assertDamaged();
    }

    @Test
    void theLedgerPutBackIsNoticed() throws SQLException, IOException {
        sql("CREATE TABLE kept AS SELECT * FROM store");
        try (TokenStore store = sample.open()) {
            store.tokens().getFirst().insert(new NewObject(false, new byte[5]), null);
        }
        sql("UPDATE store SET ledger = (SELECT ledger FROM kept); DROP TABLE kept");
        // The journal still has the last commit, and would lead from this ledger to these rows.
        Files.delete(sample.folder().resolve("store.journal"));
        assertDamaged();
    }

    @Test
    void aStoreOfALaterVersionIsLeftAlone() throws SQLException {
        sql("UPDATE store SET version = 99");
        assertThatThrownBy(() -> sample.open().close())
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_NEW));
    }

    @Test
    void rowsThatAreMerelyReadOpenAsBefore() throws SQLException {
        sql("SELECT * FROM object");
        try (TokenStore store = sample.open()) {
            sample.check(store);
        }
    }

    private StoredObject objectOfSlot0() {
        try (TokenStore store = sample.open()) {
            return store.tokens().getFirst().objects().getFirst();
        }
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> sample.open().close())
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DAMAGED))
                .hasMessageContaining(sample.folder().toString());
    }

    private byte[] content(long id) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT content FROM object WHERE id = " + id)) {
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private Connection connect() throws SQLException {
        String password = HexFormat.of()
                .formatHex(Derivation.FILE_PASSWORD.from(sample.key().bytes()));
        return DriverManager.getConnection(StoreFolder.at(sample.folder()).databaseUrl(), "tokki", password + " ");
    }
}
