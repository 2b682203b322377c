package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;
import org.jspecify.annotations.Nullable;

/// Parameters of RSA, section 6.1.
public sealed interface RsaParameter extends Structure {
    /// `CK_RSA_PKCS_OAEP_PARAMS`, section 6.1.7.3.
    ///
    /// @param hashAlg the hash, `CKM_…`
    /// @param mgf the mask generation function, `CKG_MGF1_…`
    /// @param source `CKZ_DATA_SPECIFIED`, or 0 for an empty label
    /// @param sourceData the label
    @Struct("CK_RSA_PKCS_OAEP_PARAMS")
    record Oaep(long hashAlg, long mgf, long source, Bytes sourceData) implements RsaParameter {}

    /// `CK_RSA_PKCS_PSS_PARAMS`, section 6.1.9.1.
    ///
    /// @param hashAlg the hash, `CKM_…`
    /// @param mgf the mask generation function, `CKG_MGF1_…`
    /// @param saltLength length of the salt in bytes
    @Struct("CK_RSA_PKCS_PSS_PARAMS")
    record Pss(long hashAlg, long mgf, long saltLength) implements RsaParameter {}

    /// `CK_RSA_AES_KEY_WRAP_PARAMS`, section 6.1.20.1.
    ///
    /// @param aesKeyBits length of the temporary AES key in bits
    /// @param oaep parameters of the encryption of the temporary key
    @Struct("CK_RSA_AES_KEY_WRAP_PARAMS")
    record AesKeyWrap(
            long aesKeyBits, @Layout(Kind.POINTER) @Nullable Oaep oaep) implements RsaParameter {}

    /// `CK_KEY_WRAP_SET_OAEP_PARAMS`, of `CKM_KEY_WRAP_SET_OAEP`, which is in the header but no longer in the text.
    ///
    /// @param blockContents the block contents byte
    /// @param extraData data that is wrapped together with the key
    @Struct("CK_KEY_WRAP_SET_OAEP_PARAMS")
    record KeyWrapSetOaep(@Layout(Kind.BYTE) long blockContents, Bytes extraData) implements RsaParameter {}
}
