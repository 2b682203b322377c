package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;

/// Parameters of GOST R 34.10-2001, section 6.46.5.
public sealed interface GostParameter extends Structure {
    /// `CK_GOSTR3410_KEY_WRAP_PARAMS`, section 6.46.5.1.
    ///
    /// @param wrapOid identifier of the cipher's parameters, or NULL_PTR
    /// @param ukm user key material, 8 bytes
    /// @param key handle of the sender's key; 0 for an ephemeral one
    @Struct("CK_GOSTR3410_KEY_WRAP_PARAMS")
    record KeyWrap(Bytes wrapOid, Bytes ukm, long key) implements GostParameter {}

    /// `CK_GOSTR3410_DERIVE_PARAMS`, section 6.46.5.2.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param publicData the other party's public key
    /// @param ukm user key material
    @Struct("CK_GOSTR3410_DERIVE_PARAMS")
    record Derive(long kdf, Bytes publicData, Bytes ukm) implements GostParameter {}
}
