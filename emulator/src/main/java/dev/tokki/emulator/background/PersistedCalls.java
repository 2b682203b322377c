package dev.tokki.emulator.background;

import dev.tokki.api.constant.Cks;
import dev.tokki.storage.StorageException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/// The calls of a token whose identifiers were asked for (C_AsyncGetID): they outlive their session, and whoever
/// knows the identifier can join them. When one is over its result goes on the token's shelf, so that it outlives
/// the engine too.
public final class PersistedCalls {
    private static final System.Logger LOG = System.getLogger(PersistedCalls.class.getName());

    /// Results that nobody fetches would fill the token.
    private static final int MOST = 256;

    private final Map<Long, BackgroundCall> calls = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final Shelf shelf;

    /// @param random where identifiers come from, which nobody can guess
    /// @param shelf where results are kept
    public PersistedCalls(SecureRandom random, Shelf shelf) {
        this.random = random;
        this.shelf = shelf;
    }

    /// {@return the identifier of a call, the one it has if it has one; nothing if there are too many}
    public synchronized OptionalLong persist(BackgroundCall call) {
        OptionalLong known = identifier(call);
        if (known.isPresent() || calls.size() >= MOST) {
            return known;
        }
        long id = identifier();
        calls.put(id, call);
        call.whenOver(result -> keep(id, call, result));
        return OptionalLong.of(id);
    }

    /// Unless somebody was quicker and fetched it.
    private synchronized void keep(long id, BackgroundCall call, BackgroundCall.Result result) {
        if (calls.get(id) == call) {
            try {
                shelf.keep(id, isUsers(call.facts().sessionState()), KeptCall.encode(call.facts(), result));
            } catch (StorageException failed) {
                LOG.log(Level.WARNING, "the result of " + call.function() + " ends with the engine", failed);
            }
        }
    }

    /// {@return whether the identifier of a call was asked for}
    public boolean isPersisted(BackgroundCall call) {
        return identifier(call).isPresent();
    }

    private OptionalLong identifier(BackgroundCall call) {
        return calls.entrySet().stream()
                .filter(entry -> entry.getValue() == call)
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    /// An identifier fits a CK_ULONG of four bytes too.
    private long identifier() {
        while (true) {
            long id = 1 + random.nextLong(0xFFFF_FFFEL);
            if (!calls.containsKey(id) && shelf.kept(id).isEmpty()) {
                return id;
            }
        }
    }

    /// {@return the call of an identifier}
    public synchronized Optional<BackgroundCall> find(long id) {
        BackgroundCall known = calls.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<BackgroundCall> kept = shelf.kept(id).map(KeptCall::decode);
        kept.ifPresent(call -> calls.put(id, call));
        return kept;
    }

    /// A call's result was fetched.
    public synchronized void forget(BackgroundCall call) {
        identifier(call).ifPresent(id -> {
            calls.remove(id);
            shelf.drop(id);
        });
    }

    private static boolean isUsers(long sessionState) {
        return sessionState == Cks.RO_USER_FUNCTIONS || sessionState == Cks.RW_USER_FUNCTIONS;
    }
}
