package dev.tokki.emulator;

import dev.tokki.api.Cryptoki;
import dev.tokki.emulator.edge.Application;
import dev.tokki.emulator.token.Slots;
import dev.tokki.storage.TokenStore;
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
/// - slots have the numbers given to the builder and no others, before and after C_InitToken, and are never
/// empty (`CKF_TOKEN_PRESENT`);
/// - tokens have PINs of 4 to 255 bytes of UTF-8, which ten wrong tries in a row lock, session counts
/// without a limit, and no clock;
/// - no call throws for what a caller did: return values are those of section 5, with a
///   [dev.tokki.api.Reason] for each refusal.
public final class Emulator implements AutoCloseable {
    private final Slots slots;
    private final TokenStore store;
    private final Set<Application> applications = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    Emulator(Slots slots, TokenStore store) {
        this.slots = slots;
        this.store = store;
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

    /// {@return the numbers of the slots, ascending}
    public long[] slots() {
        return slots.numbers();
    }

    /// Closes all applications, then the store. Closing twice is fine.
    @Override
    public void close() {
        closed = true;
        applications.forEach(Application::close);
        store.close();
    }
}
