package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.call.Secret;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of extended triple Diffie-Hellman and of the double ratchet, sections 6.5 and 6.6.
///
/// C tells no length of their byte strings. They are taken to be as long as Curve25519 makes them: keys, and
/// identifiers that may be keys, have 32 bytes, signatures 64.
public sealed interface RatchetParameter extends Structure {
    /// `CK_X3DH_INITIATE_PARAMS`, section 6.5.3.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param peerIdentity handle of the peer's public identity key
    /// @param peerPrekey handle of the peer's public prekey
    /// @param prekeySignature the peer's XEdDSA signature of its prekey, 64 bytes
    /// @param onetimeKey the peer's one-time public key, 32 bytes, or NULL_PTR
    /// @param ownIdentity handle of the initiator's identity key
    /// @param ownEphemeral handle of the initiator's ephemeral key
    @Struct("CK_X3DH_INITIATE_PARAMS")
    record X3dhInitiate(
            long kdf,
            long peerIdentity,
            long peerPrekey,
            @Layout(value = Kind.POINTER, size = 64) Bytes prekeySignature,
            @Layout(value = Kind.POINTER, size = 32) Bytes onetimeKey,
            long ownIdentity,
            long ownEphemeral)
            implements RatchetParameter {}

    /// `CK_X3DH_RESPOND_PARAMS`, section 6.5.4.
    ///
    /// @param kdf the key derivation function, `CKD_…`
    /// @param identityId which identity key was used, 32 bytes
    /// @param prekeyId which prekey was used, 32 bytes
    /// @param onetimeId which one-time key was used, 32 bytes, or NULL_PTR
    /// @param initiatorIdentity handle of the initiator's identity key
    /// @param initiatorEphemeral the initiator's ephemeral public key, 32 bytes
    @Struct("CK_X3DH_RESPOND_PARAMS")
    record X3dhRespond(
            long kdf,
            @Layout(value = Kind.POINTER, size = 32) Bytes identityId,
            @Layout(value = Kind.POINTER, size = 32) Bytes prekeyId,
            @Layout(value = Kind.POINTER, size = 32) Bytes onetimeId,
            long initiatorIdentity,
            @Layout(value = Kind.POINTER, size = 32) Bytes initiatorEphemeral)
            implements RatchetParameter {}

    /// `CK_X2RATCHET_INITIALIZE_PARAMS`, section 6.6.3.1.
    ///
    /// @param sharedSecret the secret shared with the peer, 32 bytes
    /// @param peerPublicPrekey handle of the peer's public prekey
    /// @param peerPublicIdentity handle of the peer's public identity key
    /// @param ownPublicIdentity handle of the initiator's public identity key
    /// @param encryptedHeader whether headers are encrypted
    /// @param curve 255 for Curve25519, 448 for Curve448
    /// @param aeadMechanism the authenticated cipher, `CKM_…`
    /// @param kdfMechanism the key derivation function, `CKD_…`
    @Struct("CK_X2RATCHET_INITIALIZE_PARAMS")
    record X2RatchetInitialize(
            @Secret @Layout(value = Kind.POINTER, size = 32) Bytes sharedSecret,

            long peerPublicPrekey,
            long peerPublicIdentity,
            long ownPublicIdentity,
            boolean encryptedHeader,
            long curve,
            long aeadMechanism,
            long kdfMechanism)
            implements RatchetParameter {}

    /// `CK_X2RATCHET_RESPOND_PARAMS`, section 6.6.3.2.
    ///
    /// @param sharedSecret the secret shared with the initiator, 32 bytes
    /// @param ownPrekey handle of the responder's own prekey
    /// @param initiatorIdentity handle of the initiator's public identity key
    /// @param ownPublicIdentity handle of the responder's public identity key
    /// @param encryptedHeader whether headers are encrypted
    /// @param curve 255 for Curve25519, 448 for Curve448
    /// @param aeadMechanism the authenticated cipher, `CKM_…`
    /// @param kdfMechanism the key derivation function, `CKD_…`
    @Struct("CK_X2RATCHET_RESPOND_PARAMS")
    record X2RatchetRespond(
            @Secret @Layout(value = Kind.POINTER, size = 32) Bytes sharedSecret,

            long ownPrekey,
            long initiatorIdentity,
            long ownPublicIdentity,
            boolean encryptedHeader,
            long curve,
            long aeadMechanism,
            long kdfMechanism)
            implements RatchetParameter {}
}
