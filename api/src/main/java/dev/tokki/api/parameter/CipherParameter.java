package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of the block ciphers besides AES, sections 6.17 and 6.33 to 6.38.
public sealed interface CipherParameter extends Structure {
    /// `CK_DES_CBC_ENCRYPT_DATA_PARAMS`, section 6.17.2.
    ///
    /// @param iv the initialisation vector, 8 bytes
    /// @param data the data to encrypt
    @Struct("CK_DES_CBC_ENCRYPT_DATA_PARAMS")
    record DesCbcEncryptData(
            @Layout(value = Kind.INLINE, size = 8) Bytes iv, Bytes data) implements CipherParameter {}

    /// `CK_CAMELLIA_CTR_PARAMS`, section 6.33.7.1.
    ///
    /// @param counterBits how many bits of the block count, 1 to 128
    /// @param counterBlock the first counter block, 16 bytes
    @Struct("CK_CAMELLIA_CTR_PARAMS")
    record CamelliaCtr(
            long counterBits,
            @Layout(value = Kind.INLINE, size = 16) Bytes counterBlock) implements CipherParameter {}

    /// `CK_CAMELLIA_CBC_ENCRYPT_DATA_PARAMS`, section 6.34.2.
    ///
    /// @param iv the initialisation vector, 16 bytes
    /// @param data the data to encrypt
    @Struct("CK_CAMELLIA_CBC_ENCRYPT_DATA_PARAMS")
    record CamelliaCbcEncryptData(
            @Layout(value = Kind.INLINE, size = 16) Bytes iv, Bytes data) implements CipherParameter {}

    /// `CK_ARIA_CBC_ENCRYPT_DATA_PARAMS`, section 6.36.2.
    ///
    /// @param iv the initialisation vector, 16 bytes
    /// @param data the data to encrypt
    @Struct("CK_ARIA_CBC_ENCRYPT_DATA_PARAMS")
    record AriaCbcEncryptData(
            @Layout(value = Kind.INLINE, size = 16) Bytes iv, Bytes data) implements CipherParameter {}

    /// `CK_SEED_CBC_ENCRYPT_DATA_PARAMS`, section 6.38.2.
    ///
    /// @param iv the initialisation vector, 16 bytes
    /// @param data the data to encrypt
    @Struct("CK_SEED_CBC_ENCRYPT_DATA_PARAMS")
    record SeedCbcEncryptData(
            @Layout(value = Kind.INLINE, size = 16) Bytes iv, Bytes data) implements CipherParameter {}
}
