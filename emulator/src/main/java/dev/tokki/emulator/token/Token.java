package dev.tokki.emulator.token;

import dev.tokki.api.Function;
import dev.tokki.api.TokenInfo;
import dev.tokki.api.constant.Ckf;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.background.PersistedCalls;
import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.object.ApplicationObjects;
import dev.tokki.emulator.object.Handles;
import dev.tokki.emulator.object.TokenObjects;
import dev.tokki.emulator.object.Validations;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.offer.OfferText;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.state.StateSeal;
import dev.tokki.storage.Durability;
import dev.tokki.storage.MasterKey;
import dev.tokki.storage.Role;
import dev.tokki.storage.StoredToken;
import dev.tokki.storage.TokenState;
import dev.tokki.storage.TokenStore;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The token in a slot, shared by all applications: factory-fresh, or initialised with a label, PINs and
/// objects.
public final class Token {
    private final long slot;
    private final String freshSerialNumber;
    private final TokenPolicy policy;
    private final PinRules pinRules;
    private final Validations validations;
    private final TokenStore store;
    private final java.util.function.Function<Offer, Ability> abilities;
    private final SecureRandom random = new SecureRandom();

    /// Held while PINs are tried or set, while the token is initialised, and while sessions are counted.
    private final ReentrantLock lock = new ReentrantLock();

    private final Access access;

    /// Sessions of all applications.
    private long sessions;

    private final Condition condition;

    private volatile Ability ability;

    private volatile TokenContent content;

    /// @param slot the slot's number
    /// @param freshSerialNumber the serial number if the token is factory-fresh; one in the store has its
    ///         own
    /// @param policy what it demands and allows
    /// @param store where it lives
    /// @param abilities what it can do if it keeps to what it was told to offer
    public Token(
            long slot,
            String freshSerialNumber,
            TokenPolicy policy,
            TokenStore store,
            java.util.function.Function<Offer, Ability> abilities) {
        this.slot = slot;
        this.freshSerialNumber = freshSerialNumber;
        this.policy = policy;
        this.pinRules = new PinRules(policy.pins());
        this.validations = policy.validations();
        this.condition = new Condition(slot, policy.writeProtected());
        this.store = store;
        this.abilities = abilities;
        this.ability = abilities.apply(Offer.everything());
        this.access = new Access(this, pinRules, lock);
        this.content = store.tokens().stream()
                .filter(stored -> stored.slot() == slot)
                .findFirst()
                .map(this::initialised)
                .orElseGet(TokenContent.Fresh::new);
    }

    private TokenContent initialised(StoredToken stored) {
        ability = abilities.apply(offer(stored.state()));
        return TokenContent.open(stored, policy, ability.mechanisms().list(), lock, random);
    }

    /// {@return the slot's number}
    public long slot() {
        return slot;
    }

    /// {@return what the token demands and allows}
    public TokenPolicy policy() {
        return policy;
    }

    /// {@return who validated the token, and what for}
    public Validations validations() {
        return validations;
    }

    /// {@return what the token can do}
    public Mechanisms mechanisms() {
        return ability.mechanisms();
    }

    /// {@return the calls in background that outlive their session}
    public PersistedCalls persistedCalls() {
        return initialisedContent().persistedCalls();
    }

    /// {@return what seals the states of operations that are saved}
    public StateSeal stateSeal() {
        return initialisedContent().stateSeal();
    }

    /// {@return the token's random numbers}
    public SecureRandom random() {
        return random;
    }

    /// {@return its label, empty for a fresh one}
    public String label() {
        return content instanceof TokenContent.Initialised is
                ? is.stored().state().label()
                : "";
    }

    /// {@return whether somebody has initialised the token}
    public boolean isInitialised() {
        return content instanceof TokenContent.Initialised;
    }

    /// {@return what C_GetTokenInfo tells an application (section 3.2.3)}
    ///
    /// @param open the application's sessions
    /// @param openReadWrite those of them that are read/write
    public TokenInfo info(long open, long openReadWrite) {
        TokenFace face = new TokenFace(policy, condition.isWriteProtected(), open, openReadWrite);
        return switch (content) {
            case TokenContent.Fresh fresh -> face.fresh(freshSerialNumber);
            case TokenContent.Initialised is -> face.initialised(is.stored().state(), is.pins(), is.hardware());
        };
    }

    /// {@return whether it is in its slot, and whether it can be written}
    public Condition condition() {
        return condition;
    }

    /// Initialises the token, or does so again (C_InitToken, section 5.5.7): all objects and the user's PIN
    /// are gone.
    ///
    /// @param soPin the SO's PIN: the one to be, or the one it has
    /// @param label the label, without padding
    public void initialise(byte[] soPin, String label) {
        condition.checkWritable(Function.INIT_TOKEN);
        lock.lock();
        try {
            checkNoSession("A token cannot be initialised while an application has a session with it");
            TokenState state = new TokenState(label, freshSerialNumber, Ckf.TOKEN_INITIALIZED, 0, 0);
            if (content instanceof TokenContent.Initialised is) {
                is.pins().open(Role.SO, soPin, Function.INIT_TOKEN).close();
                state = new TokenState(
                                label,
                                is.stored().state().serialNumber(),
                                Ckf.TOKEN_INITIALIZED,
                                0,
                                0,
                                is.hardware().initialisedAnew(policy.equipment()))
                        .withOffer(is.stored().state().offer());
            } else {
                pinRules.checkFirst(soPin);
            }
            content = initialised(store.initialise(slot, state, soPin));
        } finally {
            lock.unlock();
        }
    }

    /// Initialises a factory-fresh token with PINs, as a manufacturer does; one already initialised is left
    /// as it is.
    ///
    /// @param userPin the normal user's PIN; empty if the SO is to set it
    public void makeReady(String label, byte[] soPin, Optional<byte[]> userPin) {
        if (isInitialised()) {
            return;
        }
        boolean isProtected = condition.isWriteProtected();
        condition.protect(false);
        try {
            makeReadyUnprotected(label, soPin, userPin);
        } finally {
            condition.protect(isProtected);
        }
    }

    private void makeReadyUnprotected(String label, byte[] soPin, Optional<byte[]> userPin) {
        initialise(soPin, label);
        if (userPin.isEmpty() && !policy.pins().initialPinsExpire()) {
            return;
        }
        try (MasterKey key = access.authenticate(Role.SO, soPin, Function.INIT_TOKEN)) {
            userPin.ifPresent(pin -> access.initialisePin(pin, key));
            if (policy.pins().initialPinsExpire()) {
                pins().set(Role.SO, soPin, key, true);
            }
        }
    }

    /// {@return what the token was told to offer, and keeps; what its policy takes away comes on top}
    public Offer offer() {
        return offer(initialisedContent().stored().state());
    }

    private static Offer offer(TokenState state) {
        return OfferText.parse(state.offer());
    }

    /// Tells the token what to offer from now on, also after it is initialised anew. What it holds stays on it.
    ///
    /// @param soPin the Security Officer's PIN
    public void tell(Offer offer, byte[] soPin) {
        condition.checkWritable(Function.INIT_TOKEN);
        lock.lock();
        try {
            checkNoSession("A token is told what to offer while no application has a session with it");
            TokenContent.Initialised is = initialisedContent();
            is.pins().open(Role.SO, soPin, Function.INIT_TOKEN).close();
            is.stored().update(is.stored().state().withOffer(offer.toString()), Durability.SYNCED);
            content = initialised(is.stored());
        } finally {
            lock.unlock();
        }
    }

    private void checkNoSession(String rule) {
        if (sessions > 0) {
            throw Refusal.of(
                    Ckr.SESSION_EXISTS,
                    "slotID",
                    rule + "; " + sessions + " are open.",
                    Function.INIT_TOKEN.section(),
                    "Close all sessions first.");
        }
    }

    /// {@return who may use the token, with which PINs}
    public Access access() {
        return access;
    }

    /// {@return the token's objects as a new application sees them}
    public ApplicationObjects objects(Handles handles) {
        return new ApplicationObjects(initialisedContent().objects(), ability.factory(), handles);
    }

    /// Refuses what needs an initialised token.
    ///
    /// @throws Refusal `CKR_TOKEN_NOT_INITIALIZED`
    public void checkInitialised() {
        initialisedContent();
    }

    /// Counts a session; from now on the token cannot be initialised.
    public void sessionOpened() {
        lock.lock();
        try {
            sessions++;
        } finally {
            lock.unlock();
        }
    }

    /// A session less.
    public void sessionClosed() {
        lock.lock();
        try {
            sessions--;
        } finally {
            lock.unlock();
        }
    }

    Pins pins() {
        return initialisedContent().pins();
    }

    NamedUsers users() {
        return new NamedUsers(initialisedContent().stored(), policy.pins());
    }

    TokenObjects allObjects() {
        return initialisedContent().objects();
    }

    private TokenContent.Initialised initialisedContent() {
        return switch (content) {
            case TokenContent.Initialised initialised -> initialised;
            case TokenContent.Fresh fresh ->
                throw Refusal.of(
                        Ckr.TOKEN_NOT_INITIALIZED,
                        "the token in slot " + Long.toUnsignedString(slot),
                        "It is as it came from the factory.",
                        "5.1.3",
                        "Initialise it with C_InitToken.");
        };
    }
}
