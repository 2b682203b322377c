package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.Mechanism;
import org.jspecify.annotations.Nullable;

/// The parameter of CT-KIP, section 6.43.
public sealed interface KipParameter extends Structure {
    /// `CK_KIP_PARAMS`, section 6.43.4.
    ///
    /// @param mechanism the mechanism underneath
    /// @param key handle of a key that contributes to what is made
    /// @param seed a seed
    @Struct("CK_KIP_PARAMS")
    record Kip(@Nullable Mechanism mechanism, long key, Bytes seed) implements KipParameter {}
}
