package dev.tokki.storage;

import dev.tokki.api.Bytes;
import dev.tokki.storage.Contents.Entry;
import dev.tokki.storage.Contents.Token;
import dev.tokki.storage.StorageException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The steps of one or more changes on their way to one commit: what they do to the rows, and what [Contents]
/// becomes once that is written. Until then it stays as it is.
final class Transaction {
    private final Contents contents;
    private final Fingerprints fingerprints;
    private final StateSeal states;
    private final Map<Long, Token> tokens = new LinkedHashMap<>();
    private final Set<Long> emptied = new HashSet<>();
    private final Map<Long, Placed> objects = new LinkedHashMap<>();
    private final List<RowChange> changes = new ArrayList<>();
    private Bytes sum;

    /// An object's place after the transaction; no entry if it is removed.
    private record Placed(long slot, Optional<Entry> entry) {}

    /// How a token's state is sealed into a row: gives the sealed state a new version.
    interface StateSeal {
        TokenRow seal(TokenRow row, TokenState state);
    }

    Transaction(Contents contents, Bytes sum, Fingerprints fingerprints, StateSeal states) {
        this.contents = contents;
        this.sum = sum;
        this.fingerprints = fingerprints;
        this.states = states;
    }

    /// {@return what happens to the rows}
    List<RowChange> changes() {
        return changes;
    }

    /// {@return the combined fingerprint of all rows as they are now}
    Bytes sum() {
        return sum;
    }

    /// Finds out whether the steps of a change can be done, before any of them is: so that one change that cannot
    /// leaves
    /// the others in the transaction alone.
    ///
    /// @throws StorageException with [Problem#GONE] if the token or an object is no longer there
    void check(List<Step> steps) {
        Set<Long> inserted = new HashSet<>();
        Set<Long> removed = new HashSet<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Initialise always -> {}
                case Step.SetState(long slot, Bytes tokenId, TokenState state) -> current(slot, tokenId);
                case Step.SetPin(long slot, Bytes tokenId, Role role, WrappedKey wrapped) -> current(slot, tokenId);
                case Step.Insert(Bytes tokenId, ObjectRow row) -> {
                    current(row.slot(), tokenId);
                    inserted.add(row.id());
                }
                case Step.Remove(long slot, Bytes tokenId, long id) -> {
                    current(slot, tokenId);
                    removed.add(id);
                }
                case Step.Replace(Bytes tokenId, ObjectRow row) -> {
                    current(row.slot(), tokenId);
                    boolean isThere = inserted.contains(row.id())
                            || entry(row.slot(), row.id()).isPresent();
                    if (!isThere || removed.contains(row.id())) {
                        throw gone("object " + row.id() + " was deleted in the meantime");
                    }
                }
            }
        }
    }

    /// Takes up steps that were checked.
    void add(List<Step> steps) {
        for (Step step : steps) {
            switch (step) {
                case Step.Initialise(long slot, Bytes tokenId, TokenState state, WrappedKey soPin) ->
                    initialise(new TokenRow(slot, tokenId, 0, Bytes.NULL, soPin.bytes(), Bytes.NULL), state);
                case Step.SetState(long slot, Bytes tokenId, TokenState state) ->
                    put(states.seal(current(slot, tokenId).row(), state), state);
                case Step.SetPin(long slot, Bytes tokenId, Role role, WrappedKey wrapped) -> {
                    Token token = current(slot, tokenId);
                    TokenRow row = token.row().withPin(role, wrapped);
                    put(states.seal(row, token.state()), token.state());
                }
                case Step.Insert(Bytes tokenId, ObjectRow row) -> {
                    place(row);
                }
                case Step.Replace(Bytes tokenId, ObjectRow row) -> {
                    entry(row.slot(), row.id()).ifPresent(this::forget);
                    place(row);
                }
                case Step.Remove(long slot, Bytes tokenId, long id) -> {
                    Optional<Entry> entry = entry(slot, id);
                    if (entry.isPresent()) {
                        forget(entry.get());
                        changes.add(new RowChange.RemoveObject(id));
                        objects.put(id, new Placed(slot, Optional.empty()));
                    }
                }
            }
        }
    }

    /// Makes the contents those that were committed.
    void publish() {
        synchronized (contents) {
            emptied.forEach(contents::clear);
            tokens.values().forEach(contents::put);
            objects.forEach((id, placed) -> placed.entry()
                    .ifPresentOrElse(
                            entry -> contents.put(placed.slot(), entry), () -> contents.remove(placed.slot(), id)));
        }
    }

    private void initialise(TokenRow unsealed, TokenState state) {
        long slot = unsealed.slot();
        objectsOf(slot).forEach(this::forget);
        changes.add(new RowChange.EmptySlot(slot));
        objects.values().removeIf(placed -> placed.slot() == slot);
        emptied.add(slot);
        put(states.seal(unsealed, state), state);
    }

    private void put(TokenRow row, TokenState state) {
        inSlot(row.slot()).ifPresent(old -> sum = Fingerprints.combine(sum, old.fingerprint()));
        Bytes fingerprint = fingerprints.of(row);
        sum = Fingerprints.combine(sum, fingerprint);
        tokens.put(row.slot(), new Token(row, state, fingerprint));
        changes.add(new RowChange.PutToken(row));
    }

    private void place(ObjectRow row) {
        Bytes fingerprint = fingerprints.of(row);
        sum = Fingerprints.combine(sum, fingerprint);
        StoredObject object = new StoredObject(row.id(), row.isPrivate(), row.version());
        objects.put(row.id(), new Placed(row.slot(), Optional.of(new Entry(object, fingerprint))));
        changes.add(new RowChange.PutObject(row));
    }

    private void forget(Entry entry) {
        sum = Fingerprints.combine(sum, entry.fingerprint());
    }

    private Optional<Token> inSlot(long slot) {
        Token token = tokens.get(slot);
        return token == null ? contents.inSlot(slot) : Optional.of(token);
    }

    private Token current(long slot, Bytes tokenId) {
        return inSlot(slot)
                .filter(token -> token.row().id().equals(tokenId))
                .orElseThrow(() -> gone("the token in slot " + slot + " was initialised anew in the meantime"));
    }

    private Optional<Entry> entry(long slot, long id) {
        Placed placed = objects.get(id);
        if (placed != null) {
            return placed.entry();
        }
        return emptied.contains(slot) ? Optional.empty() : contents.object(slot, id);
    }

    private List<Entry> objectsOf(long slot) {
        List<Entry> found = new ArrayList<>();
        if (!emptied.contains(slot)) {
            contents.objects(slot).stream()
                    .filter(entry -> !objects.containsKey(entry.object().id()))
                    .forEach(found::add);
        }
        objects.values().stream()
                .filter(placed -> placed.slot() == slot)
                .forEach(placed -> placed.entry().ifPresent(found::add));
        return found;
    }

    private static StorageException gone(String message) {
        return new StorageException(Problem.GONE, message, null);
    }
}
