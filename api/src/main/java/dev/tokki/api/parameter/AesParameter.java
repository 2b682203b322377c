package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of AES, sections 6.10 to 6.17. GCM and CCM have one structure for C_EncryptInit and its like, one for
/// messages and authenticated wrapping, and one for C_WrapKey.
public sealed interface AesParameter extends Structure {
    /// `CK_AES_CTR_PARAMS`, section 6.11.2.1.
    ///
    /// @param counterBits how many bits of the block count, 1 to 128
    /// @param counterBlock the first counter block, 16 bytes
    @Struct("CK_AES_CTR_PARAMS")
    record Ctr(
            long counterBits,
            @Layout(value = Kind.INLINE, size = 16) Bytes counterBlock) implements AesParameter {}

    /// `CK_GCM_PARAMS`, section 6.13.7.2.
    ///
    /// @param iv the initialisation vector
    /// @param ivBits its length in bits
    /// @param aad data authenticated but not encrypted
    /// @param tagBits length of the tag in bits
    @Struct({"CK_GCM_PARAMS", "CK_AES_GCM_PARAMS"})
    record Gcm(Bytes iv, long ivBits, Bytes aad, long tagBits) implements AesParameter {
        /// The usual call: the length of the vector in bits is that of its bytes.
        public Gcm(Bytes iv, Bytes aad, long tagBits) {
            this(iv, iv.length() * 8, aad, tagBits);
        }
    }

    /// `CK_GCM_MESSAGE_PARAMS`, section 6.13.7.3.
    ///
    /// @param iv the initialisation vector, or room for the one that the module generates
    /// @param ivFixedBits how many of its leading bits the generation leaves alone
    /// @param ivGenerator how it is generated, `CKG_…`
    /// @param tag room for the tag; the tag itself for decryption
    /// @param tagBits length of the tag in bits
    @Struct("CK_GCM_MESSAGE_PARAMS")
    record GcmMessage(
            @Written Bytes iv,
            long ivFixedBits,
            long ivGenerator,

            @Written @Layout(value = Kind.POINTER, bits = "tagBits")
            Bytes tag,

            long tagBits)
            implements AesParameter {}

    /// `CK_GCM_WRAP_PARAMS`, section 6.13.7.4.
    ///
    /// @param iv the initialisation vector, or room for the one that the module generates
    /// @param ivFixedBits how many of its leading bits the generation leaves alone
    /// @param ivGenerator how it is generated, `CKG_…`
    /// @param aad data authenticated but not encrypted
    /// @param tagBits length of the tag in bits
    @Struct("CK_GCM_WRAP_PARAMS")
    record GcmWrap(@Written Bytes iv, long ivFixedBits, long ivGenerator, Bytes aad, long tagBits)
            implements AesParameter {}

    /// `CK_CCM_PARAMS`, section 6.13.7.5.
    ///
    /// @param dataLength length of the data in bytes
    /// @param nonce the nonce, 7 to 13 bytes
    /// @param aad data authenticated but not encrypted
    /// @param macLength length of the tag in bytes
    @Struct({"CK_CCM_PARAMS", "CK_AES_CCM_PARAMS"})
    record Ccm(long dataLength, Bytes nonce, Bytes aad, long macLength) implements AesParameter {}

    /// `CK_CCM_MESSAGE_PARAMS`, section 6.13.7.6.
    ///
    /// @param dataLength length of the data in bytes
    /// @param nonce the nonce, or room for the one that the module generates
    /// @param nonceFixedBits how many of its leading bits the generation leaves alone
    /// @param nonceGenerator how it is generated, `CKG_…`
    /// @param mac room for the tag; the tag itself for decryption
    @Struct("CK_CCM_MESSAGE_PARAMS")
    record CcmMessage(
            long dataLength,
            @Written Bytes nonce,
            long nonceFixedBits,
            long nonceGenerator,
            @Written Bytes mac) implements AesParameter {}

    /// `CK_CCM_WRAP_PARAMS`, section 6.13.7.7.
    ///
    /// @param dataLength 0; the length is that of the wrapped key
    /// @param nonce the nonce, or room for the one that the module generates
    /// @param nonceFixedBits how many of its leading bits the generation leaves alone
    /// @param nonceGenerator how it is generated, `CKG_…`
    /// @param aad data authenticated but not encrypted
    /// @param macLength length of the tag in bytes
    @Struct("CK_CCM_WRAP_PARAMS")
    record CcmWrap(
            long dataLength, @Written Bytes nonce, long nonceFixedBits, long nonceGenerator, Bytes aad, long macLength)
            implements AesParameter {}

    /// `CK_AES_CBC_ENCRYPT_DATA_PARAMS`, section 6.17.2.
    ///
    /// @param iv the initialisation vector, 16 bytes
    /// @param data the data to encrypt
    @Struct("CK_AES_CBC_ENCRYPT_DATA_PARAMS")
    record CbcEncryptData(
            @Layout(value = Kind.INLINE, size = 16) Bytes iv, Bytes data) implements AesParameter {}
}
