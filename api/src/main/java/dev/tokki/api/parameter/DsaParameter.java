package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;

/// Parameters of DSA, section 6.2.
public sealed interface DsaParameter extends Structure {
    /// `CK_DSA_PARAMETER_GEN_PARAM`, section 6.2.
    ///
    /// @param hash the hash of the generation, `CKM_SHA…`
    /// @param seed the seed; written when p and q are generated, read when g is
    /// @param index index of g, read by `CKM_DSA_FIPS_G_GEN` only
    @Struct("CK_DSA_PARAMETER_GEN_PARAM")
    record ParameterGen(long hash, @Written Bytes seed, long index) implements DsaParameter {}
}
