package dev.tokki.emulator.object;

import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.storage.Durability;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A key that each signature, or password, uses up or moves on.
///
/// @param key the key
/// @param token where it is changed if it is a token object
/// @param sessionObjects where it is changed if it is none
record UsedUpKey(LiveObject key, TokenObjects token, SessionObjects sessionObjects) implements KeyView {
    @Override
    public AttributeMap attributes() {
        return key.attributes();
    }

    @Override
    public <T> T prepared(Class<T> as, Function<AttributeMap, T> make) {
        return key.prepared(as, make);
    }

    @Override
    public void advance(UnaryOperator<AttributeMap> change) {
        switch (key.home()) {
            case LiveObject.Home.InStore inStore -> token.update(key, change, Durability.SYNCED);
            case LiveObject.Home.InSession inSession -> sessionObjects.update(key, inSession, change);
            case LiveObject.Home.BuiltIn builtIn -> throw new IllegalStateException("no key is built in");
        }
    }
}
