package dev.tokki.emulator.object;

import dev.tokki.emulator.mechanism.KeyFacts;

/// Makes, changes and copies objects by the attribute rules of section 4. Stateless: one serves all tokens.
public final class ObjectFactory {
    private final KeyFacts facts;

    /// @param facts computes what follows from a key's value: the token's [dev.tokki.emulator.mechanism.Mechanisms]
    public ObjectFactory(KeyFacts facts) {
        this.facts = facts;
    }

    KeyFacts facts() {
        return facts;
    }
}
