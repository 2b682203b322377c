package dev.tokki.api.parameter;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.Layout.Kind;

/// Parameters of ChaCha20, Salsa20 and both with Poly1305, sections 6.47 to 6.50.
public sealed interface ChaChaParameter extends Structure {
    /// `CK_CHACHA20_PARAMS`, section 6.47.3.1.
    ///
    /// @param blockCounter the first block counter
    /// @param blockCounterBits its length in bits, 32 or 64
    /// @param nonce the nonce
    /// @param nonceBits its length in bits: 64, 96, or 192 for XChaCha20
    @Struct("CK_CHACHA20_PARAMS")
    record ChaCha20(
            @Layout(value = Kind.POINTER, bits = "blockCounterBits")
            Bytes blockCounter,

            long blockCounterBits,

            @Layout(value = Kind.POINTER, bits = "nonceBits")
            Bytes nonce,

            long nonceBits)
            implements ChaChaParameter {}

    /// `CK_SALSA20_PARAMS`, section 6.48.3.1.
    ///
    /// @param blockCounter the first block counter, 8 bytes
    /// @param nonce the nonce
    /// @param nonceBits its length in bits: 64, or 192 for XSalsa20
    @Struct("CK_SALSA20_PARAMS")
    record Salsa20(
            @Layout(value = Kind.POINTER, size = 8) Bytes blockCounter,

            @Layout(value = Kind.POINTER, bits = "nonceBits")
            Bytes nonce,

            long nonceBits)
            implements ChaChaParameter {}

    /// `CK_SALSA20_CHACHA20_POLY1305_PARAMS`, section 6.50.3.1.
    ///
    /// @param nonce the nonce: 8 bytes, 12, or 24 for XChaCha20 and XSalsa20
    /// @param aad data authenticated but not encrypted
    @Struct("CK_SALSA20_CHACHA20_POLY1305_PARAMS")
    record Poly1305(Bytes nonce, Bytes aad) implements ChaChaParameter {}

    /// `CK_SALSA20_CHACHA20_POLY1305_MSG_PARAMS`, section 6.50.3.2.
    ///
    /// @param nonce the nonce: 8 bytes, 12, or 24 for XChaCha20 and XSalsa20
    /// @param tag room for the tag, 16 bytes; the tag itself for decryption
    @Struct("CK_SALSA20_CHACHA20_POLY1305_MSG_PARAMS")
    record Poly1305Message(
            Bytes nonce,

            @Written @Layout(value = Kind.POINTER, size = 16)
            Bytes tag) implements ChaChaParameter {}
}
