package dev.tokki.emulator.object;

import java.util.function.Function;

/// Makes, changes and copies objects by the attribute rules of section 4. Stateless: one serves all tokens.
public final class ObjectFactory {
    private final Function<AttributeMap, byte[]> checkValue;

    /// @param checkValue computes `CKA_CHECK_VALUE` of a secret key, empty where its type has none:
    ///        [dev.tokki.emulator.mechanism.Mechanisms#checkValue]
    public ObjectFactory(Function<AttributeMap, byte[]> checkValue) {
        this.checkValue = checkValue;
    }

    byte[] checkValue(AttributeMap key) {
        return checkValue.apply(key);
    }
}
