package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of X9.42 Diffie-Hellman, section 6.4.11.
public sealed interface DhParameter extends Structure {
    /// `CK_X9_42_DH1_DERIVE_PARAMS`, section 6.4.11.2: one key pair of each party.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param otherInfo data shared between the parties
    /// @param publicData the other party's public value
    @Struct("CK_X9_42_DH1_DERIVE_PARAMS")
    record X942Dh1Derive(
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes otherInfo,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData) implements DhParameter {}

    /// `CK_X9_42_DH2_DERIVE_PARAMS`, section 6.4.11.3: two key pairs of each party.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param otherInfo data shared between the parties
    /// @param publicData the other party's first public value
    /// @param privateDataLength length of the second private key in bytes
    /// @param privateData handle of the second private key
    /// @param publicData2 the other party's second public value
    @Struct("CK_X9_42_DH2_DERIVE_PARAMS")
    record X942Dh2Derive(
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes otherInfo,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData,
            long privateDataLength,
            long privateData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData2)
            implements DhParameter {}

    /// `CK_X9_42_MQV_DERIVE_PARAMS`, section 6.4.11.4.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param otherInfo data shared between the parties
    /// @param publicData the other party's first public value
    /// @param privateDataLength length of the second private key in bytes
    /// @param privateData handle of the second private key
    /// @param publicData2 the other party's second public value
    /// @param publicKey handle of the first party's ephemeral public key
    @Struct("CK_X9_42_MQV_DERIVE_PARAMS")
    record X942MqvDerive(
            long kdf,
            @Layout(Kind.LENGTH_FIRST) Bytes otherInfo,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData,
            long privateDataLength,
            long privateData,
            @Layout(Kind.LENGTH_FIRST) Bytes publicData2,
            long publicKey)
            implements DhParameter {}
}
