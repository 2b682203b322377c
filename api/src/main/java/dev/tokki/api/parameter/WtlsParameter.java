package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;
import org.jspecify.annotations.Nullable;

/// Parameters of WTLS, section 6.27.
public sealed interface WtlsParameter extends Structure {
    /// `CK_WTLS_RANDOM_DATA`, section 6.27.2.1.
    ///
    /// @param client the client's random bytes
    /// @param server the server's random bytes
    @Struct("CK_WTLS_RANDOM_DATA")
    record RandomData(Bytes client, Bytes server) implements WtlsParameter {}

    /// `CK_WTLS_MASTER_KEY_DERIVE_PARAMS`, section 6.27.2.2.
    ///
    /// @param digest the digest, `CKM_…`
    /// @param randomInfo both parties' random bytes
    /// @param version room for the version, one byte, or NULL_PTR
    @Struct("CK_WTLS_MASTER_KEY_DERIVE_PARAMS")
    record MasterKeyDerive(
            long digest,
            RandomData randomInfo,

            @Written @Layout(value = Kind.POINTER, size = 1) Bytes version) implements WtlsParameter {}

    /// `CK_WTLS_PRF_PARAMS`, section 6.27.2.3.
    ///
    /// @param digest the digest, `CKM_…`
    /// @param seed the seed
    /// @param label the label
    /// @param output room for the output
    @Struct("CK_WTLS_PRF_PARAMS")
    record Prf(
            long digest,
            Bytes seed,
            Bytes label,

            @Written @Layout(Kind.LENGTH_BEHIND) Bytes output) implements WtlsParameter {}

    /// `CK_WTLS_KEY_MAT_OUT`, section 6.27.2.4: what a derivation of keys makes.
    ///
    /// @param macSecret handle of the MAC key
    /// @param key handle of the key
    /// @param iv room for the initialisation vector, or NULL_PTR
    @Struct("CK_WTLS_KEY_MAT_OUT")
    record KeyMaterial(
            @Written long macSecret,
            @Written long key,

            @Written @Layout(value = Kind.POINTER, bits = "ivBits")
            Bytes iv)
            implements WtlsParameter {}

    /// `CK_WTLS_KEY_MAT_PARAMS`, section 6.27.2.5.
    ///
    /// @param digest the digest, `CKM_…`
    /// @param macBits length of the MAC key in bits
    /// @param keyBits length of the key in bits
    /// @param ivBits length of the initialisation vector in bits, or 0
    /// @param sequenceNumber number of the record
    /// @param isExport whether the keys are for an export version
    /// @param randomInfo both parties' random bytes
    /// @param returned room for what is made
    @Struct("CK_WTLS_KEY_MAT_PARAMS")
    record KeyAndMacDerive(
            long digest,
            long macBits,
            long keyBits,
            long ivBits,
            long sequenceNumber,
            boolean isExport,
            RandomData randomInfo,
            @Layout(Kind.POINTER) @Nullable KeyMaterial returned)
            implements WtlsParameter {}
}
