package dev.tokki.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Brings a database to the current schema: numbered scripts, run in order, each once. The number of the last
/// is in the row of the table `store`.
///
/// A definition commits what goes before it, so a script may be cut short and run again: from the second on
/// they must bear that.
final class Migrations {
    private static final List<String> SCRIPTS = List.of("001.sql");

    private final List<String> statements;

    private Migrations(List<String> statements) {
        this.statements = statements;
    }

    /// {@return all scripts of this version of Tokki}
    static Migrations all() {
        return new Migrations(SCRIPTS.stream().map(Migrations::read).toList());
    }

    /// {@return these scripts, the first having number 1}
    static Migrations of(List<String> scripts) {
        return new Migrations(List.copyOf(scripts));
    }

    /// {@return the schema's version after all scripts}
    int newest() {
        return statements.size();
    }

    /// {@return the schema's version of a database; 0 if it has no table `store`}
    int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "STORE", null)) {
                if (!tables.next()) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT version FROM store")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    /// Runs the scripts after `version` and notes each in the table `store`, which is empty after the first.
    void run(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int number = version + 1; number <= newest(); number++) {
                statement.execute(statements.get(number - 1));
                statement.executeUpdate("UPDATE store SET version = " + number);
            }
        }
    }

    private static String read(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream("schema/" + script)) {
            if (in == null) {
                throw new IllegalStateException("schema/" + script + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
