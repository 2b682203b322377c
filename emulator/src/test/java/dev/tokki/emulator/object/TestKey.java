package dev.tokki.emulator.object;

import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import java.util.function.Function;

/// A key that is its attributes.
record TestKey(AttributeMap attributes) implements KeyView {
    @Override
    public <T> T prepared(Class<T> as, Function<AttributeMap, T> make) {
        return make.apply(attributes);
    }
}
