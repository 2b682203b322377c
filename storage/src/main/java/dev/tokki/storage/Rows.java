package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables, over one JDBC connection: what is asked of them, and nothing about what the rows mean. Not for
/// several threads at once.
final class Rows implements AutoCloseable {
    /// The longest content that fits the column `content`.
    static final int SHORT_CONTENT = 1024 * 1024;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /// @param connection a connection to a database of the current schema, now owned by this object
    Rows(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /// The one row of the table `store`.
    record StoreRow(Bytes id, Bytes ledger) {}

    /// {@return the store's own row; nothing if there is not exactly one}
    Optional<StoreRow> store() throws SQLException {
        List<StoreRow> found = query("SELECT id, ledger FROM store", row -> new StoreRow(bytes(row, 1), bytes(row, 2)));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    List<TokenRow> tokens() throws SQLException {
        return query(
                "SELECT slot, id, version, state, so_pin, user_pin FROM token ORDER BY slot",
                row -> new TokenRow(
                        row.getLong(1), bytes(row, 2), row.getLong(3), bytes(row, 4), bytes(row, 5), bytes(row, 6)));
    }

    List<ObjectRow> objects() throws SQLException {
        return query("SELECT id, slot, is_private, version, content, large FROM object ORDER BY id", Rows::object);
    }

    Optional<ObjectRow> object(long id) throws SQLException {
        return query("SELECT id, slot, is_private, version, content, large FROM object WHERE id = ?", Rows::object, id)
                .stream()
                .findFirst();
    }

    List<ObjectRow> objects(long slot, boolean isPrivate) throws SQLException {
        return query(
                "SELECT id, slot, is_private, version, content, large FROM object"
                        + " WHERE slot = ? AND is_private = ? ORDER BY id",
                Rows::object,
                slot,
                isPrivate);
    }

    void putLedger(Bytes ledger) throws SQLException {
        update("UPDATE store SET ledger = ?", ledger);
    }

    void apply(RowChange change) throws SQLException {
        switch (change) {
            case RowChange.PutToken(TokenRow row) -> put(row);
            case RowChange.PutObject(ObjectRow row) -> put(row);
            case RowChange.RemoveObject(long id) -> update("DELETE FROM object WHERE id = ?", id);
            case RowChange.EmptySlot(long slot) -> update("DELETE FROM object WHERE slot = ?", slot);
        }
    }

    /// Writes a token, whether or not its slot has one.
    private void put(TokenRow row) throws SQLException {
        Object[] values = {row.id(), row.version(), row.state(), row.soPin(), row.userPin(), row.slot()};
        int changed = update(
                "UPDATE token SET id = ?, version = ?, state = ?, so_pin = ?, user_pin = ? WHERE slot = ?", values);
        if (changed == 0) {
            update("INSERT INTO token (id, version, state, so_pin, user_pin, slot) VALUES (?, ?, ?, ?, ?, ?)", values);
        }
    }

    /// Writes an object, whether or not it is there.
    private void put(ObjectRow row) throws SQLException {
        boolean isShort = row.sealed().length() <= SHORT_CONTENT;
        Object[] values = {
            row.slot(),
            row.isPrivate(),
            row.version(),
            isShort ? row.sealed() : Bytes.NULL,
            isShort ? Large.NONE : new Large(row.sealed()),
            row.id()
        };
        int changed = update(
                "UPDATE object SET slot = ?, is_private = ?, version = ?, content = ?, large = ? WHERE id = ?", values);
        if (changed == 0) {
            update(
                    "INSERT INTO object (slot, is_private, version, content, large, id) VALUES (?, ?, ?, ?, ?, ?)",
                    values);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /// Closes the connection and with it the database.
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// Gives the database up as it is on the disk: writes nothing more.
    void abandon() {
        try {
            prepare("SHUTDOWN IMMEDIATELY").execute();
        } catch (SQLException | RuntimeException e) {
            // It is broken already: there is nothing left to give up.
            statements.clear();
        }
    }

    private static ObjectRow object(ResultSet row) throws SQLException {
        Bytes content = bytes(row, 5);
        Bytes sealed = content.isNull() ? bytes(row, 6) : content;
        return new ObjectRow(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getLong(4), sealed);
    }

    private static Bytes bytes(ResultSet row, int column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? Bytes.NULL : Bytes.of(value);
    }

    /// Reads one row.
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Bytes for a column of long values.
    private record Large(Bytes bytes) {
        static final Large NONE = new Large(Bytes.NULL);
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet row = bind(sql, arguments).executeQuery()) {
            while (row.next()) {
                found.add(reader.read(row));
            }
        }
        return found;
    }

    private int update(String sql, Object... arguments) throws SQLException {
        return bind(sql, arguments).executeUpdate();
    }

    private PreparedStatement bind(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case Bytes bytes when bytes.isNull() -> statement.setNull(i + 1, Types.VARBINARY);
                case Bytes bytes -> statement.setBytes(i + 1, bytes.array());
                case Large large when large.bytes().isNull() -> statement.setNull(i + 1, Types.BLOB);
                case Large large ->
                    statement.setBinaryStream(
                            i + 1, new ByteArrayInputStream(large.bytes().array()));
                case Object other -> statement.setObject(i + 1, other);
            }
        }
        return statement;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }
}
