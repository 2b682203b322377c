package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.storage.Durability;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.NamedUser;
import dev.tokki.storage.Role;
import dev.tokki.storage.StoredToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The users of a token who have names (section 5.6.9): each with a PIN of his own, tried and counted like the
/// normal user's. Callers hold the token's lock.
final class NamedUsers {
    private final StoredToken stored;
    private final PinPolicy policy;

    NamedUsers(StoredToken stored, PinPolicy policy) {
        this.stored = stored;
        this.policy = policy;
    }

    /// Tries a PIN.
    ///
    /// @return the token's opened master key
    /// @throws Refusal `CKR_PIN_LOCKED`; `CKR_PIN_INCORRECT`, also where there is no such user, so that nobody
    ///         learns names by trying
    MasterKey open(String name, byte[] pin, Function function) {
        NamedUser user = find(name).orElseThrow(() -> incorrect(function));
        if (isLocked(user)) {
            throw locked(function);
        }
        Optional<MasterKey> key = stored.open(user, pin);
        if (key.isEmpty()) {
            write(user.withFailures(user.failures() + 1));
            throw incorrect(function);
        }
        if (user.failures() > 0) {
            write(user.withFailures(0));
        }
        return key.get();
    }

    /// Gives a user a PIN, a new one or another; no wrong tries are counted.
    void set(String name, byte[] pin, MasterKey key) {
        write(stored.user(name, pin, key));
    }

    /// {@return their names, ascending}
    List<String> names() {
        return stored.state().users().stream().map(NamedUser::name).sorted().toList();
    }

    /// Removes a user.
    ///
    /// @return whether there was one
    boolean remove(String name) {
        List<NamedUser> users = new ArrayList<>(stored.state().users());
        boolean isRemoved = users.removeIf(user -> user.name().equals(name));
        if (isRemoved) {
            stored.update(stored.state().withUsers(users), Durability.SYNCED);
        }
        return isRemoved;
    }

    private boolean isLocked(NamedUser user) {
        int tries = policy.tries(Role.USER);
        return tries > 0 && user.failures() >= tries;
    }

    private Optional<NamedUser> find(String name) {
        return stored.state().users().stream()
                .filter(user -> user.name().equals(name))
                .findFirst();
    }

    private void write(NamedUser user) {
        List<NamedUser> users = new ArrayList<>(stored.state().users());
        users.removeIf(other -> other.name().equals(user.name()));
        users.add(user);
        stored.update(stored.state().withUsers(users), Durability.SYNCED);
    }

    private static Refusal incorrect(Function function) {
        return Refusal.of(
                Ckr.PIN_INCORRECT,
                "the PIN",
                "There is no user of that name with that PIN.",
                function.section(),
                "Give the user's name and PIN as they were set.");
    }

    private static Refusal locked(Function function) {
        return Refusal.of(
                Ckr.PIN_LOCKED,
                "the PIN",
                "Too many wrong ones were tried in a row; it is locked.",
                function.section(),
                "Whoever manages the token can give the user a new PIN.");
    }
}
