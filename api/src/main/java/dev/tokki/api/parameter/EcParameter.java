package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of elliptic curves, section 6.3.
public sealed interface EcParameter extends Structure {
    /// `CK_ECDH1_DERIVE_PARAMS`, section 6.3.16.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param sharedData data shared between the parties
    /// @param publicData the other party's public point, raw or in a DER octet string
    record Ecdh1Derive(
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes sharedData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData) implements EcParameter {}

    /// `CK_EDDSA_PARAMS`, section 6.3.14.
    ///
    /// @param prehash whether the message is hashed first (Ed25519ph, Ed448ph)
    /// @param context the context, at most 255 bytes
    record EdDsa(boolean prehash, @Layout(Kind.LENGTH_FIRST) Bytes context) implements EcParameter {}
}
