package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Makes an empty database a store: the tables, and the store's own row.
final class Founding {
    private Founding() {}

    static void found(Connection connection, StoreKeys keys) throws SQLException {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[16];
        random.nextBytes(id);
        Bytes ledger = new Ledger(0, 0, Fingerprints.NONE).seal(keys, Bytes.of(id), random);
        Migrations migrations = Migrations.all();
        migrations.run(connection, 0);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO store (version, id, ledger) VALUES (?, ?, ?)")) {
            insert.setInt(1, migrations.newest());
            insert.setBytes(2, id);
            insert.setBytes(3, ledger.array());
            insert.executeUpdate();
        }
    }
}
