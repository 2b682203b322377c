package dev.tokki.emulator;

import dev.tokki.emulator.token.TokenPolicy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What a slot is to hold: a factory-fresh token, or one that comes ready with a label and PINs.
///
/// Where the store has a token for the slot already, that token stays as it is, and only the policy of the
/// plan counts.
public final class TokenPlan {
    private static final int LONGEST_LABEL = 32;
    private static final int LONGEST_SERIAL_NUMBER = 16;

    private final Optional<Preparation> preparation;
    private final Optional<TokenPolicy> policy;
    private final Optional<String> serialNumber;

    /// A label and PINs. A class, since PINs are secret.
    static final class Preparation {
        private final String label;
        private final String soPin;
        private final Optional<String> userPin;
        private final Map<String, String> users;

        private Preparation(String label, String soPin, Optional<String> userPin, Map<String, String> users) {
            this.label = label;
            this.soPin = soPin;
            this.userPin = userPin;
            this.users = Map.copyOf(users);
        }

        String label() {
            return label;
        }

        byte[] soPin() {
            return soPin.getBytes(StandardCharsets.UTF_8);
        }

        /// {@return this preparation with a further user with a name}
        Preparation with(String name, String pin) {
            Map<String, String> more = new HashMap<>(users);
            more.put(name, pin);
            return new Preparation(label, soPin, userPin, more);
        }

        /// Takes each user with a name, and his PIN.
        void users(BiConsumer<String, byte[]> taker) {
            users.forEach((name, pin) -> taker.accept(name, pin.getBytes(StandardCharsets.UTF_8)));
        }

        Optional<byte[]> userPin() {
            return userPin.map(pin -> pin.getBytes(StandardCharsets.UTF_8));
        }
    }

    private TokenPlan(Optional<Preparation> preparation, Optional<TokenPolicy> policy, Optional<String> serialNumber) {
        this.preparation = preparation;
        this.policy = policy;
        this.serialNumber = serialNumber;
    }

    /// {@return a token as it comes from the factory: C_InitToken and C_InitPIN are still to be called}
    public static TokenPlan fresh() {
        return new TokenPlan(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// {@return an initialised token with both PINs set}
    ///
    /// @param label at most 32 bytes of UTF-8
    /// @param soPin the Security Officer's PIN
    /// @param userPin the normal user's PIN
    public static TokenPlan ready(String label, String soPin, String userPin) {
        return prepared(label, soPin, Optional.of(userPin));
    }

    /// {@return an initialised token whose normal user has no PIN yet}
    ///
    /// @param label at most 32 bytes of UTF-8
    /// @param soPin the Security Officer's PIN
    public static TokenPlan initialised(String label, String soPin) {
        return prepared(label, soPin, Optional.empty());
    }

    private static TokenPlan prepared(String label, String soPin, Optional<String> userPin) {
        if (label.getBytes(StandardCharsets.UTF_8).length > LONGEST_LABEL) {
            throw new IllegalArgumentException("a label has at most 32 bytes in UTF-8; \"" + label + "\" has more");
        }
        return new TokenPlan(
                Optional.of(new Preparation(label, soPin, userPin, Map.of())), Optional.empty(), Optional.empty());
    }

    /// {@return this plan with a further user, who has a name (C_LoginUser), a PIN and private objects of his own}
    ///
    /// @throws IllegalStateException for a factory-fresh token
    public TokenPlan withUser(String name, String pin) {
        Preparation ready = preparation.orElseThrow(
                () -> new IllegalStateException("a factory-fresh token has no users; use ready or initialised"));
        return new TokenPlan(Optional.of(ready.with(name, pin)), policy, serialNumber);
    }

    /// {@return this plan with a policy of its own}
    public TokenPlan withPolicy(TokenPolicy own) {
        return new TokenPlan(preparation, Optional.of(own), serialNumber);
    }

    /// {@return this plan with a serial number instead of a random one}
    ///
    /// @param own at most 16 characters of ASCII
    public TokenPlan withSerialNumber(String own) {
        if (own.length() > LONGEST_SERIAL_NUMBER
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(own)) {
            throw new IllegalArgumentException(
                    "a serial number has at most 16 characters of ASCII; \"" + own + "\" has not");
        }
        return new TokenPlan(preparation, policy, Optional.of(own));
    }

    Optional<Preparation> preparation() {
        return preparation;
    }

    Optional<TokenPolicy> policy() {
        return policy;
    }

    Optional<String> serialNumber() {
        return serialNumber;
    }
}
