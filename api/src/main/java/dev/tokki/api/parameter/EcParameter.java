package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of elliptic curves, sections 6.3.16 and 6.3.23.
public sealed interface EcParameter extends Structure {
    /// `CK_EDDSA_PARAMS`, section 6.3.16.1.
    ///
    /// @param prehash whether the message is hashed first (Ed25519ph, Ed448ph)
    /// @param context the context, at most 255 bytes
    @Struct("CK_EDDSA_PARAMS")
    record EdDsa(boolean prehash, @Layout(Kind.LENGTH_FIRST) Bytes context) implements EcParameter {}

    /// `CK_XEDDSA_PARAMS`, section 6.3.16.2.
    ///
    /// @param hash the hash, `CKM_…`
    @Struct("CK_XEDDSA_PARAMS")
    record XEdDsa(long hash) implements EcParameter {}

    /// `CK_ECDH1_DERIVE_PARAMS`, section 6.3.16.5.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param sharedData data shared between the parties
    /// @param publicData the other party's public point, raw or in a DER octet string
    @Struct("CK_ECDH1_DERIVE_PARAMS")
    record Ecdh1Derive(
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes sharedData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData) implements EcParameter {}

    /// `CK_ECDH2_DERIVE_PARAMS`, section 6.3.16.6: two key pairs of each party.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param sharedData data shared between the parties
    /// @param publicData the other party's first public point
    /// @param privateDataLength length of the second private key in bytes
    /// @param privateData handle of the second private key
    /// @param publicData2 the other party's second public point
    @Struct("CK_ECDH2_DERIVE_PARAMS")
    record Ecdh2Derive(
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes sharedData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData,
            long privateDataLength,
            long privateData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData2)
            implements EcParameter {}

    /// `CK_ECMQV_DERIVE_PARAMS`, section 6.3.16.7.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param sharedData data shared between the parties
    /// @param publicData the other party's first public point
    /// @param privateDataLength length of the second private key in bytes
    /// @param privateData handle of the second private key
    /// @param publicData2 the other party's second public point
    /// @param publicKey handle of the first party's ephemeral public key
    @Struct("CK_ECMQV_DERIVE_PARAMS")
    record EcmqvDerive(
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes sharedData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData,
            long privateDataLength,
            long privateData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData2,
            long publicKey)
            implements EcParameter {}

    /// `CK_ECDH_AES_KEY_WRAP_PARAMS`, section 6.3.23.1.
    ///
    /// @param aesKeyBits length of the temporary AES key in bits
    /// @param kdf the key derivation function, `CKD_…`
    /// @param sharedData data shared between the parties
    @Struct("CK_ECDH_AES_KEY_WRAP_PARAMS")
    record AesKeyWrap(
            long aesKeyBits,
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes sharedData) implements EcParameter {}
}
