package dev.tokki.emulator;

import dev.tokki.api.Cryptoki;
import dev.tokki.api.CryptokiException;
import dev.tokki.api.Function;
import dev.tokki.emulator.edge.Application;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Access;
import dev.tokki.emulator.token.Slot;
import dev.tokki.emulator.token.Slots;
import dev.tokki.emulator.token.Token;
import dev.tokki.storage.TokenStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// PKCS#11 tokens in Java: slots under fixed numbers, the tokens in them, and the store they live in.
///
/// ```
/// try (Emulator emulator = Emulator.inMemory("test", "12345678", "1234")) {
///     Cryptoki module = emulator.connect();
///     module.call(new GeneralPurpose.Initialize());
///     ...
/// }
/// ```
///
/// Each [#connect] makes an application in the sense of the specification: sessions, logins, handles and
/// session objects are its own; tokens, their PINs and token objects are shared. An emulator, its
/// applications and their sessions may be used by any number of threads.
///
/// What can be seen from outside, unless a [dev.tokki.emulator.token.TokenPolicy] says otherwise:
///
/// - C_GetInfo tells version 3.2; the interfaces 3.2, 3.1, 3.0 and 2.40 are there;
/// - slots have the numbers given to the builder and no others, before and after C_InitToken, until
/// somebody adds or removes one; only readers are ever empty (`CKF_TOKEN_PRESENT`);
/// - tokens have PINs of 4 to 255 bytes of UTF-8, which ten wrong tries in a row lock, session counts
/// without a limit, a monotonic counter, and no clock;
/// - no call throws for what a caller did: return values are those of section 5, with a
///   [dev.tokki.api.Reason] for each refusal.
public final class Emulator implements AutoCloseable {
    private final Slots slots;
    private final TokenStore store;
    private final TokenFactory tokens;
    private final Map<Long, Token> ejected = new ConcurrentHashMap<>();
    private final Set<Application> applications = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    Emulator(Slots slots, TokenStore store, TokenFactory tokens) {
        this.slots = slots;
        this.store = store;
        this.tokens = tokens;
    }

    /// {@return an emulator in memory, with a factory-fresh token in slot 0}
    public static Emulator inMemory() {
        return builder().build();
    }

    /// {@return an emulator in memory, with an initialised token in slot 0}
    ///
    /// @param label the token's label, at most 32 bytes of UTF-8
    /// @param soPin the Security Officer's PIN
    /// @param userPin the normal user's PIN
    public static Emulator inMemory(String label, String soPin, String userPin) {
        return builder().slot(0, TokenPlan.ready(label, soPin, userPin)).build();
    }

    /// {@return an emulator with the tokens of a store, each in its slot; with a fresh token in slot 0 if
    /// there is none}
    ///
    /// @param store the store, which from now on is the emulator's to close
    public static Emulator open(TokenStore store) {
        return builder().store(store).build();
    }

    /// {@return a description yet to be made}
    public static EmulatorBuilder builder() {
        return new EmulatorBuilder();
    }

    /// {@return a new application; closing it finalises it, and closing the emulator closes all}
    ///
    /// @throws IllegalStateException if the emulator is closed
    public Cryptoki connect() {
        Application application = new Application(slots, applications::remove);
        applications.add(application);
        // Whoever closes sets the flag before it looks at the applications: one of us sees the other.
        if (closed) {
            application.close();
            throw new IllegalStateException("the emulator is closed");
        }
        return application;
    }

    /// {@return the numbers of the slots there are now, ascending}
    public long[] slots() {
        return slots.now().keySet().stream().mapToLong(Long::longValue).toArray();
    }

    /// Adds a slot with a token while applications run: an event for C_WaitForSlotEvent. An application sees
    /// the slot when it is told of the event, or calls C_GetSlotList with NULL_PTR.
    ///
    /// @param number the slot's number
    /// @param plan what the slot is to hold; a token that the store has for the slot stays as it is
    /// @throws IllegalArgumentException if there is such a slot
    public void addSlot(long number, TokenPlan plan) {
        slots.add(new Slot(number, false, tokens.token(number, plan)));
    }

    /// Adds an empty reader while applications run: an event for C_WaitForSlotEvent.
    ///
    /// @param number the slot's number
    /// @throws IllegalArgumentException if there is such a slot
    public void addReader(long number) {
        slots.add(new Slot(number, true, null));
    }

    /// Removes a slot with the token in it, which stays in the store: an event for C_WaitForSlotEvent; all
    /// sessions with the token are closed.
    ///
    /// @throws IllegalArgumentException if there is no such slot
    public void removeSlot(long number) {
        slots.remove(number);
        ejected.remove(number);
    }

    /// Takes the token out of a reader: an event for C_WaitForSlotEvent. All sessions with the token are
    /// closed; calls that wait for one of them return `CKR_DEVICE_REMOVED`, later ones
    /// `CKR_SESSION_HANDLE_INVALID`. What is on the token stays on it.
    ///
    /// Waits for calls that are being served.
    ///
    /// @throws IllegalArgumentException if there is no such slot
    /// @throws IllegalStateException if the slot is no reader, or empty
    public void eject(long number) {
        ejected.put(number, slots.eject(number));
    }

    /// Puts the token back that was ejected from a reader, or a fresh one into a reader that was always
    /// empty: an event for C_WaitForSlotEvent.
    ///
    /// @throws IllegalArgumentException if there is no such slot
    /// @throws IllegalStateException if there is a token in it
    public void insert(long number) {
        slots.existing(number);
        Token token = ejected.get(number);
        slots.insert(number, token == null ? tokens.token(number, TokenPlan.fresh()) : token);
        ejected.remove(number);
    }

    /// Puts a new token into an empty reader: an event for C_WaitForSlotEvent.
    ///
    /// @param plan the token; where the store has one for the slot, that one stays as it is
    /// @throws IllegalArgumentException if there is no such slot
    /// @throws IllegalStateException if there is a token in it
    public void insert(long number, TokenPlan plan) {
        slots.existing(number);
        slots.insert(number, tokens.token(number, plan));
        ejected.remove(number);
    }

    /// Protects the token in a slot from being written (`CKF_WRITE_PROTECTED`), or does so no more.
    ///
    /// @throws IllegalArgumentException if there is no such slot
    /// @throws IllegalStateException if it is empty
    public void writeProtect(long number, boolean fromWriting) {
        present(number).condition().protect(fromWriting);
    }

    private Token present(long number) {
        return slots.existing(number)
                .token()
                .orElseThrow(
                        () -> new IllegalStateException("there is no token in slot " + Long.toUnsignedString(number)));
    }

    /// {@return the names of the users who have names, of the token in a slot (C_LoginUser), ascending}
    ///
    /// @throws IllegalArgumentException if there is no such slot
    /// @throws IllegalStateException if it is empty
    /// @throws CryptokiException if the token is not initialised
    public List<String> users(long number) {
        return managed(number, Access::userNames);
    }

    /// Gives a user with a name a PIN; he comes to be by the first. No function of PKCS#11 does it.
    ///
    /// @param soPin the Security Officer's PIN
    /// @param name the user's name, not empty
    /// @throws IllegalArgumentException if there is no such slot, or no name
    /// @throws IllegalStateException if the slot is empty
    /// @throws CryptokiException with the return values of C_InitPIN
    public void setUser(long number, String soPin, String name, String pin) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the user without a name is the normal user; C_InitPIN gives him a PIN");
        }
        managed(number, access -> {
            access.initialiseUser(name, utf8(pin), utf8(soPin));
            return name;
        });
    }

    /// Removes a user with a name and his private objects. One who is logged in stays so until he logs out.
    ///
    /// @param soPin the Security Officer's PIN
    /// @return whether there was one
    /// @throws IllegalArgumentException if there is no such slot
    /// @throws IllegalStateException if it is empty
    /// @throws CryptokiException with the return values of C_InitPIN
    public boolean removeUser(long number, String soPin, String name) {
        return managed(number, access -> access.removeUser(name, utf8(soPin)));
    }

    /// {@return what the token in a slot was told to offer and keeps; what its policy takes away comes on top}
    ///
    /// @throws IllegalArgumentException if there is no such slot
    /// @throws IllegalStateException if it is empty
    /// @throws CryptokiException if the token is not initialised
    public Offer offer(long number) {
        return told(() -> present(number).offer());
    }

    /// Tells the token in a slot what to offer from now on. It keeps to it in its store, also when it is initialised
    /// anew, and its objects stay. No function of PKCS#11 does it.
    ///
    /// @param soPin the Security Officer's PIN
    /// @throws IllegalArgumentException if there is no such slot, or the offer names what the engine has not
    /// @throws IllegalStateException if the slot is empty
    /// @throws CryptokiException with the return values of C_InitToken
    public void tell(long number, String soPin, Offer offer) {
        check(offer);
        told(() -> {
            present(number).tell(offer, utf8(soPin));
            return offer;
        });
    }

    /// Refuses an offer that names what the engine has not: no such mechanism, or none with keys of such sizes.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public void check(Offer offer) {
        tokens.check(offer);
    }

    private static <T> T told(java.util.function.Supplier<T> action) {
        try {
            return action.get();
        } catch (Refusal refusal) {
            throw new CryptokiException(Function.INIT_TOKEN, refusal.rv(), refusal.reason());
        }
    }

    private <T> T managed(long number, java.util.function.Function<Access, T> action) {
        try {
            return action.apply(present(number).access());
        } catch (Refusal refusal) {
            throw new CryptokiException(Function.INIT_PIN, refusal.rv(), refusal.reason());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Closes all applications, then the store. Closing twice is fine.
    @Override
    public void close() {
        closed = true;
        applications.forEach(Application::close);
        store.close();
    }
}
