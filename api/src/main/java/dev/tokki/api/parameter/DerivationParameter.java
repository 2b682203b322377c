package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;

/// Parameters of simple key derivation and of HKDF, sections 6.17, 6.29 and 6.51.
public sealed interface DerivationParameter extends Structure {
    /// `CK_KEY_DERIVATION_STRING_DATA`, section 6.29.2.1.
    ///
    /// @param data the data
    @Struct("CK_KEY_DERIVATION_STRING_DATA")
    record StringData(Bytes data) implements DerivationParameter {}

    /// `CK_HKDF_PARAMS`, section 6.51.2.1.
    ///
    /// @param extract whether the first half is done
    /// @param expand whether the second half is done
    /// @param prfHash the hash, `CKM_…`
    /// @param saltType whether there is a salt and where, `CKF_HKDF_SALT_…`
    /// @param salt the salt, for `CKF_HKDF_SALT_DATA`
    /// @param saltKey handle of the salt, for `CKF_HKDF_SALT_KEY`
    /// @param info the info
    @Struct("CK_HKDF_PARAMS")
    record Hkdf(boolean extract, boolean expand, long prfHash, long saltType, Bytes salt, long saltKey, Bytes info)
            implements DerivationParameter {}
}
