package dev.tokki.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Rows as commits have left them, over others underneath: what is here hides what is there.
final class Overlay {
    private final NavigableMap<Long, TokenRow> tokens = new TreeMap<>();
    private final NavigableMap<Long, Optional<ObjectRow>> objects = new TreeMap<>();
    private final Set<Long> emptied = new HashSet<>();

    void apply(Commit commit) {
        for (RowChange change : commit.changes()) {
            switch (change) {
                case RowChange.PutToken(TokenRow row) -> tokens.put(row.slot(), row);
                case RowChange.PutObject(ObjectRow row) -> objects.put(row.id(), Optional.of(row));
                case RowChange.RemoveObject(long id) -> objects.put(id, Optional.empty());
                case RowChange.EmptySlot(long slot) -> {
                    emptied.add(slot);
                    objects.values()
                            .removeIf(row ->
                                    row.filter(found -> found.slot() == slot).isPresent());
                }
            }
        }
    }

    /// {@return the tokens underneath and here, by slot}
    List<TokenRow> tokensOver(List<TokenRow> underneath) {
        NavigableMap<Long, TokenRow> all = new TreeMap<>();
        underneath.forEach(row -> all.put(row.slot(), row));
        all.putAll(tokens);
        return List.copyOf(all.values());
    }

    /// {@return the objects here, in the order of their identifiers}
    Stream<ObjectRow> objects() {
        return objects.values().stream().flatMap(Optional::stream);
    }

    /// {@return what is known here of an object: its row, or that it is gone; nothing if that is to be found
    /// underneath}
    Optional<Optional<ObjectRow>> object(long id) {
        return Optional.ofNullable(objects.get(id));
    }

    /// {@return whether a row underneath is hidden}
    boolean hides(ObjectRow underneath) {
        return objects.containsKey(underneath.id()) || emptied.contains(underneath.slot());
    }

    /// {@return what brings the rows underneath to what is here}
    List<RowChange> changes() {
        List<RowChange> changes = new ArrayList<>();
        emptied.forEach(slot -> changes.add(new RowChange.EmptySlot(slot)));
        tokens.values().forEach(row -> changes.add(new RowChange.PutToken(row)));
        objects.forEach((id, row) -> changes.add(
                row.<RowChange>map(RowChange.PutObject::new).orElseGet(() -> new RowChange.RemoveObject(id))));
        return changes;
    }

    boolean isEmpty() {
        return tokens.isEmpty() && objects.isEmpty() && emptied.isEmpty();
    }

    void clear() {
        tokens.clear();
        objects.clear();
        emptied.clear();
    }
}
