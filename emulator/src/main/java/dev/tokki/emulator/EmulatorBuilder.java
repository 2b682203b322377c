package dev.tokki.emulator;

import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.Selection;
import dev.tokki.emulator.rule.OtherReading;
import dev.tokki.emulator.token.Slot;
import dev.tokki.emulator.token.Slots;
import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.storage.StoredToken;
import dev.tokki.storage.Stores;
import dev.tokki.storage.TokenStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Describes an [Emulator]: its store, its slots, and what they hold.
///
/// ```
/// Emulator emulator = Emulator.builder()
///         .slot(0, TokenPlan.ready("test", "12345678", "1234"))
///         .slot(7, TokenPlan.fresh().withPolicy(TokenPolicy.standard().withTries(3, 3)))
///         .build();
/// ```
///
/// Without a slot of its own, and with a store that holds no token, the emulator has slot 0 with a fresh
/// token.
public final class EmulatorBuilder {
    private final Map<Long, TokenPlan> plans = new TreeMap<>(Long::compareUnsigned);
    private final Set<Long> readers = new TreeSet<>(Long::compareUnsigned);
    private final Set<Long> empty = new TreeSet<>(Long::compareUnsigned);
    private Supplier<TokenStore> store = Stores::inMemory;
    private TokenPolicy policy = TokenPolicy.standard();
    private Supplier<Crypto> crypto = () -> Crypto.of(Selection.usual());

    EmulatorBuilder() {}

    /// Keeps the tokens in a store, which from now on is the emulator's to close. Default: a new one in
    /// memory.
    public EmulatorBuilder store(TokenStore opened) {
        this.store = () -> opened;
        return this;
    }

    /// Sets the policy of all tokens whose plan has none. Default: [TokenPolicy#standard].
    public EmulatorBuilder policy(TokenPolicy ofAll) {
        this.policy = ofAll;
        return this;
    }

    /// Sets who computes the mechanisms of all tokens. Default: the fastest there is, or the
    /// selection that the system property [Selection#PROPERTY] names.
    public EmulatorBuilder crypto(Crypto ofAll) {
        this.crypto = () -> ofAll;
        return this;
    }

    /// Adds a slot with a fresh token, or with the token that the store has for it.
    ///
    /// @param number the slot's number, which never changes
    public EmulatorBuilder slot(long number) {
        return slot(number, TokenPlan.fresh());
    }

    /// Adds a slot.
    ///
    /// @param number the slot's number, which never changes
    /// @param plan what the slot is to hold
    /// @throws IllegalArgumentException if the slot was added before
    public EmulatorBuilder slot(long number, TokenPlan plan) {
        if (plans.putIfAbsent(number, plan) != null) {
            throw new IllegalArgumentException("there is a slot " + Long.toUnsignedString(number) + " already");
        }
        return this;
    }

    /// Adds a reader, a slot whose token can be ejected and inserted (`CKF_REMOVABLE_DEVICE`).
    ///
    /// @param number the slot's number, which never changes
    /// @param plan the token that is in it at first
    /// @throws IllegalArgumentException if the slot was added before
    public EmulatorBuilder reader(long number, TokenPlan plan) {
        readers.add(number);
        return slot(number, plan);
    }

    /// Adds an empty reader.
    ///
    /// @param number the slot's number, which never changes
    /// @throws IllegalArgumentException if the slot was added before
    public EmulatorBuilder reader(long number) {
        empty.add(number);
        return reader(number, TokenPlan.fresh());
    }

    /// {@return the emulator}
    ///
    /// @throws IllegalArgumentException if the PINs of a plan do not fit its policy
    /// @throws dev.tokki.storage.StorageException if the store fails
    public Emulator build() {
        TokenStore opened = store.get();
        Map<Long, TokenPlan> slots = new TreeMap<>(plans);
        opened.tokens().stream().map(StoredToken::slot).forEach(slot -> slots.putIfAbsent(slot, TokenPlan.fresh()));
        if (slots.isEmpty()) {
            slots.put(0L, TokenPlan.fresh());
        }
        TokenFactory tokens = new TokenFactory(opened, policy, crypto.get());
        List<Slot> made = slots.entrySet().stream()
                .map(slot -> new Slot(
                        slot.getKey(),
                        readers.contains(slot.getKey()),
                        empty.contains(slot.getKey()) ? null : tokens.token(slot.getKey(), slot.getValue())))
                .toList();
        return new Emulator(new Slots(made, policy.reads(OtherReading.SLOT_CHANGES_AT_ONCE)), opened, tokens);
    }
}
