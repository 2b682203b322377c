package dev.tokki.emulator;

import dev.tokki.emulator.mechanism.MechanismTable;
import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.object.ObjectFactory;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Slots;
import dev.tokki.emulator.token.Token;
import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.storage.StoredToken;
import dev.tokki.storage.Stores;
import dev.tokki.storage.TokenStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private Supplier<TokenStore> store = Stores::inMemory;
    private TokenPolicy policy = TokenPolicy.standard();

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
        Mechanisms mechanisms = MechanismTable.all();
        ObjectFactory factory = new ObjectFactory(mechanisms);
        List<Token> tokens = slots.entrySet().stream()
                .map(slot -> token(slot.getKey(), slot.getValue(), opened, mechanisms, factory))
                .toList();
        return new Emulator(new Slots(tokens), opened);
    }

    private Token token(long slot, TokenPlan plan, TokenStore opened, Mechanisms mechanisms, ObjectFactory factory) {
        Token token = new Token(
                slot,
                plan.serialNumber().orElseGet(EmulatorBuilder::randomSerialNumber),
                plan.policy().orElse(policy),
                opened,
                mechanisms,
                factory);
        Optional<TokenPlan.Preparation> preparation = plan.preparation();
        try {
            preparation.ifPresent(ready -> token.makeReady(ready.label(), ready.soPin(), ready.userPin()));
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(
                    "the token for slot " + Long.toUnsignedString(slot) + ": " + refusal.reason(), refusal);
        }
        return token;
    }

    private static String randomSerialNumber() {
        byte[] number = new byte[8];
        new SecureRandom().nextBytes(number);
        return HexFormat.of().withUpperCase().formatHex(number);
    }
}
