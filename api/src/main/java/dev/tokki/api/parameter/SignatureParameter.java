package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;

/// Parameters of ML-DSA and SLH-DSA, sections 6.56 and 6.58.
public sealed interface SignatureParameter extends Structure {
    /// `CK_SIGN_ADDITIONAL_CONTEXT`, section 6.56.5.
    ///
    /// @param hedge whether the signature is randomised, `CKH_…`
    /// @param context the context, at most 255 bytes
    @Struct("CK_SIGN_ADDITIONAL_CONTEXT")
    record Context(long hedge, Bytes context) implements SignatureParameter {}

    /// `CK_HASH_SIGN_ADDITIONAL_CONTEXT`, section 6.56.6.
    ///
    /// @param hedge whether the signature is randomised, `CKH_…`
    /// @param context the context, at most 255 bytes
    /// @param hash the hash that made the data to be signed, `CKM_…`
    @Struct("CK_HASH_SIGN_ADDITIONAL_CONTEXT")
    record HashContext(long hedge, Bytes context, long hash) implements SignatureParameter {}
}
