package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;

/// Parameters of key derivation, sections 6.17 and 6.29.
public sealed interface DerivationParameter extends Structure {
    /// `CK_KEY_DERIVATION_STRING_DATA`, section 6.29.
    ///
    /// @param data the data
    record StringData(Bytes data) implements DerivationParameter {}
}
