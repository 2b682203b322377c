package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of AES, sections 6.10 to 6.16.
public sealed interface AesParameter extends Structure {
    /// `CK_AES_CTR_PARAMS`, section 6.11.
    ///
    /// @param counterBits how many bits of the block count, 1 to 128
    /// @param counterBlock the first counter block, 16 bytes
    record Ctr(
            long counterBits,
            @Layout(value = Kind.INLINE, size = 16) Bytes counterBlock) implements AesParameter {}

    /// `CK_GCM_PARAMS`, section 6.13.
    ///
    /// @param iv the initialisation vector
    /// @param ivBits its length in bits
    /// @param aad data authenticated but not encrypted
    /// @param tagBits length of the tag in bits
    record Gcm(Bytes iv, long ivBits, Bytes aad, long tagBits) implements AesParameter {
        /// The usual call: the length of the vector in bits is that of its bytes.
        public Gcm(Bytes iv, Bytes aad, long tagBits) {
            this(iv, iv.length() * 8, aad, tagBits);
        }
    }

    /// `CK_GCM_WRAP_PARAMS`, section 6.13.7.4: the parameter of C_WrapKey, which may make the initialisation vector.
    ///
    /// @param iv the initialisation vector, or room for it
    /// @param ivFixedBits how many of its first bits are kept when one is made
    /// @param ivGenerator who makes it, `CKG_…`
    /// @param aad data authenticated but not encrypted
    /// @param tagBits length of the tag in bits
    record GcmWrap(Bytes iv, long ivFixedBits, long ivGenerator, Bytes aad, long tagBits) implements AesParameter {}

    /// `CK_AES_CBC_ENCRYPT_DATA_PARAMS`, section 6.17.
    ///
    /// @param iv the initialisation vector, 16 bytes
    /// @param data the data to encrypt
    record CbcEncryptData(
            @Layout(value = Kind.INLINE, size = 16) Bytes iv, Bytes data) implements AesParameter {}
}
