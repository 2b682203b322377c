package dev.tokki.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokki.api.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a thief can read.
class SecrecyTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsReadableInTheFiles() throws IOException {
        Sample sample = Sample.killed(folder.resolve("killed"), folder.resolve("closed"));
        for (Path place : List.of(sample.folder(), folder.resolve("closed"))) {
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.toList()) {
                    assertNothingReadable(file.toString(), Files.readAllBytes(file), sample);
                }
            }
        }
    }

    @Test
    void nothingIsReadableInTheRowsEither() throws SQLException {
        Sample sample = Sample.closed(folder.resolve("closed"));
        String password = HexFormat.of()
                .formatHex(Derivation.FILE_PASSWORD.from(sample.key().bytes()));
        String url = StoreFolder.at(sample.folder()).databaseUrl();
        try (Connection connection = DriverManager.getConnection(url, "tokki", password + " ");
                Statement statement = connection.createStatement()) {
            for (String table : List.of("store", "token", "object")) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        for (int column = 1; column <= columns; column++) {
                            byte[] value = row.getObject(column) instanceof byte[] bytes
                                    ? bytes
                                    : String.valueOf(row.getObject(column)).getBytes(StandardCharsets.ISO_8859_1);
                            assertNothingReadable(table, value, sample);
                        }
                    }
                }
            }
        }
    }

    @Test
    void theKeyOfTheStoreAloneOpensNoPrivateObject() {
        Sample sample = Sample.closed(folder.resolve("closed"));
        try (TokenStore store = sample.open()) {
            StoredToken token = store.tokens().getFirst();
            assertThat(token.open(Role.USER, new byte[0])).isEmpty();
            StoreKeys keys = new StoreKeys(sample.key());
            SealedStore sealed = (SealedStore) store;
            List<ObjectRow> rows = sealed.readAll(token.slot(), true);
            assertThat(rows).isNotEmpty();
            Bytes id =
                    sealed.contents().inSlot(token.slot()).orElseThrow().row().id();
            for (ObjectRow row : rows) {
                for (boolean isPrivate : new boolean[] {false, true}) {
                    byte[] context = StoreKeys.objectContext(sealed.id(), id, row.id(), row.version(), isPrivate);
                    assertThat(Seal.open(
                                    keys.publicObjects(), context, row.sealed().array()))
                            .isEmpty();
                }
            }
        }
    }

    private static void assertNothingReadable(String where, byte[] bytes, Sample sample) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> known = List.of(
                Sample.PRIVATE,
                Sample.PUBLIC,
                Sample.LABEL,
                "serial0",
                new String(Sample.SO_PIN, StandardCharsets.UTF_8),
                new String(Sample.USER_PIN, StandardCharsets.UTF_8),
                new String(sample.key().bytes(), StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(sample.key().bytes()));
        for (String secret : known) {
            assertThat(text.contains(secret)).as("%s in %s", secret, where).isFalse();
        }
    }
}
