package dev.tokki.emulator.attribute;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A key as a mechanism sees it.
public interface KeyView {
    /// {@return all attributes, sensitive ones included}
    AttributeMap attributes();

    /// {@return what was prepared of this key for a mechanism (a parsed key, a ready schedule); made once and
    /// kept with the key in memory}
    ///
    /// @param as what is wanted; also the name under which it is kept
    /// @param make makes it
    <T> T prepared(Class<T> as, Function<AttributeMap, T> make);

    /// {@return another object that the caller of this key sees, for mechanisms whose parameter names one}
    ///
    /// @param handle its handle
    /// @param argument where the handle is, for the reason
    default AttributeMap beside(long handle, String argument) {
        throw new IllegalStateException("no use of this key names another object");
    }

    /// Moves a key on that its use uses up: the change is on the disk before this returns, or nothing has changed.
    ///
    /// @param change makes its new attributes of those it has; one use after the other
    default void advance(UnaryOperator<AttributeMap> change) {
        throw new IllegalStateException("no use of this key changes it");
    }
}
