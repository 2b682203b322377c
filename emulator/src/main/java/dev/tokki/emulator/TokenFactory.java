package dev.tokki.emulator;

import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.MechanismTable;
import dev.tokki.emulator.mechanism.Mechanisms;
import dev.tokki.emulator.object.ObjectFactory;
import dev.tokki.emulator.offer.Offer;
import dev.tokki.emulator.rule.Refusal;
import dev.tokki.emulator.token.Ability;
import dev.tokki.emulator.token.Token;
import dev.tokki.emulator.token.TokenPolicy;
import dev.tokki.storage.TokenStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Makes the tokens of an emulator, by their plans.
final class TokenFactory {
    private final TokenStore store;
    private final TokenPolicy policy;
    private final MechanismTable mechanisms;

    /// @param policy of tokens whose plan has none
    /// @param crypto who computes
    TokenFactory(TokenStore store, TokenPolicy policy, Crypto crypto) {
        this.store = store;
        this.policy = policy;
        this.mechanisms = MechanismTable.all(crypto);
    }

    /// {@return the token that the store has for a slot, else a new one}
    ///
    /// @throws IllegalArgumentException if the PINs of the plan do not fit its policy, or the
    ///         engine has not what its offer names
    Token token(long slot, TokenPlan plan) {
        TokenPolicy own = plan.policy().orElse(policy);
        mechanisms.check(own.offer());
        MechanismTable offered = mechanisms.within(own.offer());
        Token token = new Token(
                slot,
                plan.serialNumber().orElseGet(TokenFactory::randomSerialNumber),
                own,
                store,
                told -> ability(offered.within(told), own));
        Optional<TokenPlan.Preparation> preparation = plan.preparation();
        try {
            boolean isNew = !token.isInitialised();
            preparation.ifPresent(ready -> {
                token.makeReady(ready.label(), ready.soPin(), ready.userPin());
                if (isNew) {
                    ready.users((name, pin) -> token.access().initialiseUser(name, pin, ready.soPin()));
                }
            });
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(
                    "the token for slot " + Long.toUnsignedString(slot) + ": " + refusal.reason(), refusal);
        }
        return token;
    }

    private static Ability ability(Mechanisms offered, TokenPolicy own) {
        return new Ability(offered, new ObjectFactory(offered, own.readings(), own.validations()));
    }

    /// Refuses limits that would do nothing.
    ///
    /// @throws IllegalArgumentException with the limit that is wrong
    void check(Offer offer) {
        mechanisms.check(offer);
    }

    private static String randomSerialNumber() {
        byte[] number = new byte[8];
        new SecureRandom().nextBytes(number);
        return HexFormat.of().withUpperCase().formatHex(number);
    }
}
