package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Rows in memory: a commit is made by remembering it.
final class MemoryBacking implements Backing {
    private final Bytes storeId;
    private final NavigableMap<Long, TokenRow> tokens = new TreeMap<>();
    private final NavigableMap<Long, ObjectRow> objects = new TreeMap<>();
    private Ledger ledger = Ledger.EMPTY;

    MemoryBacking(Bytes storeId) {
        this.storeId = storeId;
    }

    @Override
    public String name() {
        return "the store in memory";
    }

    @Override
    public Bytes storeId() {
        return storeId;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public List<TokenRow> tokens() {
        return List.copyOf(tokens.values());
    }

    @Override
    public void eachObject(Consumer<ObjectRow> reader) {
        objects.values().forEach(reader);
    }

    @Override
    public Optional<ObjectRow> object(long id) {
        return Optional.ofNullable(objects.get(id));
    }

    @Override
    public List<ObjectRow> objects(long slot, boolean isPrivate) {
        return objects.values().stream()
                .filter(row -> row.slot() == slot && row.isPrivate() == isPrivate)
                .toList();
    }

    @Override
    public void append(Commit commit, Durability durability) {
        for (RowChange change : commit.changes()) {
            switch (change) {
                case RowChange.PutToken(TokenRow row) -> tokens.put(row.slot(), row);
                case RowChange.PutObject(ObjectRow row) -> objects.put(row.id(), row);
                case RowChange.RemoveObject(long id) -> objects.remove(id);
                case RowChange.EmptySlot(long slot) -> objects.values().removeIf(row -> row.slot() == slot);
            }
        }
        ledger = commit.ledger();
    }

    @Override
    public void close() {
        tokens.clear();
        objects.clear();
    }
}
