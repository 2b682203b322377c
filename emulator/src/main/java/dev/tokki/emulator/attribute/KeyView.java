package dev.tokki.emulator.attribute;

import java.util.function.Function;

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
}
