package dev.tokki.storage;

import dev.tokki.api.Bytes;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What a store holds, in memory: the tokens whole, of the objects all but the content. Read without waiting
/// for a commit in progress, and changed only when a commit is through.
final class Contents {
    /// A token.
    ///
    /// @param row as it lies in the database
    /// @param state what is sealed in the row
    /// @param fingerprint the row's
    record Token(TokenRow row, TokenState state, Bytes fingerprint) {}

    /// An object without its content.
    ///
    /// @param object what the engine knows of it
    /// @param fingerprint the row's
    record Entry(StoredObject object, Bytes fingerprint) {}

    private record Held(Token token, NavigableMap<Long, Entry> objects) {}

    private final NavigableMap<Long, Held> slots = new TreeMap<>();

    synchronized List<TokenRow> tokens() {
        return slots.values().stream().map(held -> held.token().row()).toList();
    }

    /// {@return the token in a slot, if there is one}
    synchronized Optional<Token> inSlot(long slot) {
        return Optional.ofNullable(slots.get(slot)).map(Held::token);
    }

    /// {@return a token, if it is still the one in its slot}
    synchronized Optional<Token> token(long slot, Bytes id) {
        return inSlot(slot).filter(token -> token.row().id().equals(id));
    }

    synchronized Optional<Entry> object(long slot, long id) {
        return Optional.ofNullable(slots.get(slot)).map(held -> held.objects().get(id));
    }

    synchronized List<Entry> objects(long slot) {
        Held held = slots.get(slot);
        return held == null ? List.of() : List.copyOf(held.objects().values());
    }

    /// Puts a token into its slot; the objects there stay.
    synchronized void put(Token token) {
        Held held = slots.get(token.row().slot());
        slots.put(token.row().slot(), new Held(token, held == null ? new TreeMap<>() : held.objects()));
    }

    /// Puts an object into a slot that has a token.
    ///
    /// @return whether it has
    synchronized boolean put(long slot, Entry entry) {
        Held held = slots.get(slot);
        if (held == null) {
            return false;
        }
        held.objects().put(entry.object().id(), entry);
        return true;
    }

    synchronized void remove(long slot, long id) {
        Held held = slots.get(slot);
        if (held != null) {
            held.objects().remove(id);
        }
    }

    synchronized void clear(long slot) {
        Held held = slots.get(slot);
        if (held != null) {
            held.objects().clear();
        }
    }
}
