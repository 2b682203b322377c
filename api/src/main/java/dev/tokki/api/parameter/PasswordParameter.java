package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.call.Secret;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of keys made from passwords, section 6.23.
public sealed interface PasswordParameter extends Structure {
    /// `CK_PBE_PARAMS`, section 6.23.2.1.
    ///
    /// @param initVector room for the initialisation vector, 8 bytes, or NULL_PTR where none is made
    /// @param password the password
    /// @param salt the salt
    /// @param iteration how often the hash is applied
    @Struct("CK_PBE_PARAMS")
    record Pbe(
            @Written @Layout(value = Kind.POINTER, size = 8) Bytes initVector,

            @Secret Bytes password,
            Bytes salt,
            long iteration)
            implements PasswordParameter {}

    /// `CK_PKCS5_PBKD2_PARAMS2`, section 6.23.3.3.
    ///
    /// @param saltSource where the salt comes from, `CKZ_SALT_SPECIFIED`
    /// @param saltSourceData the salt
    /// @param iterations how often the function is applied
    /// @param prf the pseudo-random function, `CKP_PKCS5_PBKD2_…`
    /// @param prfData data for the function; none for those defined
    /// @param password the password
    @Struct("CK_PKCS5_PBKD2_PARAMS2")
    record Pbkdf2(
            long saltSource,
            Bytes saltSourceData,
            long iterations,
            long prf,
            Bytes prfData,
            @Secret Bytes password) implements PasswordParameter {}

    /// `CK_PKCS5_PBKD2_PARAMS`, the form before version 2.40, where the length of the password is behind a pointer.
    ///
    /// @param saltSource where the salt comes from, `CKZ_SALT_SPECIFIED`
    /// @param saltSourceData the salt
    /// @param iterations how often the function is applied
    /// @param prf the pseudo-random function, `CKP_PKCS5_PBKD2_…`
    /// @param prfData data for the function; none for those defined
    /// @param password the password
    @Struct("CK_PKCS5_PBKD2_PARAMS")
    record Pbkdf2Legacy(
            long saltSource,
            Bytes saltSourceData,
            long iterations,
            long prf,
            Bytes prfData,

            @Secret @Layout(Kind.LENGTH_BEHIND) Bytes password)
            implements PasswordParameter {}
}
