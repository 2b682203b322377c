package dev.tokki.emulator.background;

import dev.tokki.emulator.attribute.AttributeMap;
import java.util.Optional;

/// Where the results of calls are kept beyond the life of the engine.
public interface Shelf {
    /// Keeps something under a number.
    ///
    /// @param isPrivate whether it is sealed under the user's PIN
    void keep(long number, boolean isPrivate, AttributeMap content);

    /// {@return what is kept under a number; nothing also where it is private and nobody is logged in}
    Optional<AttributeMap> kept(long number);

    /// Throws something away; nothing is fine.
    void drop(long number);
}
