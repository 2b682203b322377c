package dev.tokki.emulator.token;

import dev.tokki.emulator.background.PersistedCalls;
import dev.tokki.emulator.object.TokenObjects;
import dev.tokki.emulator.state.StateSeal;
import dev.tokki.storage.StoredToken;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;

/// What is on a token.
sealed interface TokenContent {
    /// Nothing yet; C_InitToken comes first (`CKR_TOKEN_NOT_INITIALIZED`, section 5.1.3).
    record Fresh() implements TokenContent {}

    /// A label, PINs and objects.
    ///
    /// @param persistedCalls the calls in background that outlive their session
    /// @param stateSeal what seals the states of operations that are saved
    record Initialised(
            StoredToken stored,
            Pins pins,
            TokenHardware hardware,
            TokenObjects objects,
            PersistedCalls persistedCalls,
            StateSeal stateSeal)
            implements TokenContent {}

    /// {@return what the store has of a token}
    ///
    /// @param mechanisms what the token can do, `CKM_…`
    /// @param lock the token's
    static Initialised open(
            StoredToken stored, TokenPolicy policy, long[] mechanisms, ReentrantLock lock, SecureRandom random) {
        TokenHardware hardware = new TokenHardware(stored, policy.equipment(), lock);
        TokenObjects objects = TokenObjects.open(stored, policy.equipment(), hardware, mechanisms);
        return new Initialised(
                stored,
                new Pins(stored, policy.pins()),
                hardware,
                objects,
                new PersistedCalls(random, objects),
                new StateSeal(stored.ownKey(), random));
    }
}
