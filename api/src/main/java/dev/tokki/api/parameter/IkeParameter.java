package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of the key derivations of IKE, section 6.53.
public sealed interface IkeParameter extends Structure {
    /// `CK_IKE2_PRF_PLUS_DERIVE_PARAMS`, section 6.53.2.1.
    ///
    /// @param prf the pseudo-random function, `CKM_…`
    /// @param hasSeedKey whether a key is part of the seed
    /// @param seedKey its handle
    /// @param seedData the rest of the seed
    @Struct("CK_IKE2_PRF_PLUS_DERIVE_PARAMS")
    record Ike2PrfPlusDerive(long prf, boolean hasSeedKey, long seedKey, Bytes seedData) implements IkeParameter {}

    /// `CK_IKE_PRF_DERIVE_PARAMS`, section 6.53.2.2.
    ///
    /// @param prf the pseudo-random function, `CKM_…`
    /// @param dataAsKey whether the nonces are the function's key
    /// @param rekey whether an IKE session is renewed
    /// @param initiatorNonce the initiator's nonce
    /// @param responderNonce the responder's nonce
    /// @param newKey handle of the new shared secret, when renewing
    @Struct("CK_IKE_PRF_DERIVE_PARAMS")
    record IkePrfDerive(
            long prf, boolean dataAsKey, boolean rekey, Bytes initiatorNonce, Bytes responderNonce, long newKey)
            implements IkeParameter {}

    /// `CK_IKE1_PRF_DERIVE_PARAMS`, section 6.53.2.3.
    ///
    /// @param prf the pseudo-random function, `CKM_…`
    /// @param hasPreviousKey whether there is a key of the step before
    /// @param sharedKey handle of the shared secret
    /// @param previousKey handle of the key of the step before
    /// @param initiatorCookie the initiator's cookie
    /// @param responderCookie the responder's cookie
    /// @param keyNumber number of the key, one byte
    @Struct("CK_IKE1_PRF_DERIVE_PARAMS")
    record Ike1PrfDerive(
            long prf,
            boolean hasPreviousKey,
            long sharedKey,
            long previousKey,
            Bytes initiatorCookie,
            Bytes responderCookie,
            @Layout(Kind.BYTE) long keyNumber)
            implements IkeParameter {}

    /// `CK_IKE1_EXTENDED_DERIVE_PARAMS`, section 6.53.2.4.
    ///
    /// @param prf the pseudo-random function, `CKM_…`
    /// @param hasSharedKey whether the shared secret takes part
    /// @param sharedKey handle of the shared secret
    /// @param extraData more data
    @Struct("CK_IKE1_EXTENDED_DERIVE_PARAMS")
    record Ike1ExtendedDerive(long prf, boolean hasSharedKey, long sharedKey, Bytes extraData)
            implements IkeParameter {}
}
