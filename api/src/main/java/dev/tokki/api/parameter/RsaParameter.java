package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;
import org.jspecify.annotations.Nullable;

/// Parameters of RSA, section 6.1.
public sealed interface RsaParameter extends Structure {
    /// `CK_RSA_PKCS_OAEP_PARAMS`, section 6.1.8.
    ///
    /// @param hashAlg the hash, `CKM_…`
    /// @param mgf the mask generation function, `CKG_MGF1_…`
    /// @param source `CKZ_DATA_SPECIFIED`, or 0 for an empty label
    /// @param sourceData the label
    record Oaep(long hashAlg, long mgf, long source, Bytes sourceData) implements RsaParameter {}

    /// `CK_RSA_PKCS_PSS_PARAMS`, section 6.1.10.
    ///
    /// @param hashAlg the hash, `CKM_…`
    /// @param mgf the mask generation function, `CKG_MGF1_…`
    /// @param saltLength length of the salt in bytes
    record Pss(long hashAlg, long mgf, long saltLength) implements RsaParameter {}

    /// `CK_RSA_AES_KEY_WRAP_PARAMS`, section 6.1.20.
    ///
    /// @param aesKeyBits length of the temporary AES key in bits
    /// @param oaep parameters of the encryption of the temporary key
    record AesKeyWrap(
            long aesKeyBits, @Layout(Kind.POINTER) @Nullable Oaep oaep) implements RsaParameter {}
}
