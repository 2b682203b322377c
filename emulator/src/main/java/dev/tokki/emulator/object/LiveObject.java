package dev.tokki.emulator.object;

import dev.tokki.api.constant.Cka;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.storage.StoredObject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// An object that exists: a token object in the memory of all applications, or a session object in that of one.
///
/// Who changes or destroys it holds its monitor; who reads it holds nothing, and sees all of a change or none.
final class LiveObject implements KeyView {
    /// Where an object lives and dies.
    sealed interface Home {
        /// On the token.
        record InStore(StoredObject stored) implements Home {}

        /// In a session.
        record InSession(long session) implements Home {}

        /// Nowhere: it is part of the token.
        record BuiltIn(Instrument instrument) implements Home {}
    }

    private final ObjectType type;
    private final long order;
    private volatile Home home;
    private volatile AttributeMap attributes;
    private volatile boolean destroyed;

    /// Replaced when the attributes change, so that nothing prepared of old ones comes back.
    private volatile ConcurrentMap<Class<?>, Object> prepared = new ConcurrentHashMap<>(1);

    /// @param order places the object among others: token objects by their age, then session objects by theirs
    LiveObject(Home home, long order, AttributeMap attributes) {
        this.type = ObjectTyping.of(attributes);
        this.order = order;
        this.home = home;
        this.attributes = attributes;
    }

    @Override
    public AttributeMap attributes() {
        return attributes;
    }

    @Override
    public <T> T prepared(Class<T> as, Function<AttributeMap, T> make) {
        ConcurrentMap<Class<?>, Object> known = prepared;
        Object ready = known.get(as);
        if (ready == null) {
            Object made = make.apply(attributes);
            Object other = known.putIfAbsent(as, made);
            ready = other == null ? made : other;
        }
        return as.cast(ready);
    }

    /// {@return the type of object}
    ObjectType type() {
        return type;
    }

    /// {@return its place among others}
    long order() {
        return order;
    }

    /// {@return where it lives}
    Home home() {
        return home;
    }

    /// {@return its attributes as of this moment; what they tell of a counter is told once}
    AttributeMap read() {
        return home instanceof Home.BuiltIn builtIn
                ? attributes.with(builtIn.instrument().read())
                : attributes;
    }

    /// {@return whether it is part of the token}
    boolean isBuiltIn() {
        return home instanceof Home.BuiltIn;
    }

    /// {@return whether only the normal user may see it}
    boolean isPrivate() {
        return attributes.bool(Cka.PRIVATE, false);
    }

    /// {@return whether it is gone}
    boolean isDestroyed() {
        return destroyed;
    }

    /// The object is changed.
    void become(Home newHome, AttributeMap changed) {
        home = newHome;
        attributes = changed;
        prepared = new ConcurrentHashMap<>(1);
    }

    /// The object is gone.
    void destroy() {
        destroyed = true;
        prepared = new ConcurrentHashMap<>(1);
    }

    @Override
    public String toString() {
        return type + ", " + attributes;
    }
}
