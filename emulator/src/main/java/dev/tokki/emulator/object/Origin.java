package dev.tokki.emulator.object;

/// The ways in which an object comes to be (section 4.1). Which attributes may, must and must not be given
/// depends on it.
public enum Origin {
    /// `C_CreateObject`.
    CREATE,
    /// `C_GenerateKey`.
    GENERATE,
    /// `C_GenerateKeyPair`, each of the two.
    GENERATE_PAIR,
    /// `C_UnwrapKey`, `C_UnwrapKeyAuthenticated`.
    UNWRAP,
    /// `C_DeriveKey`.
    DERIVE,
    /// `C_EncapsulateKey`.
    ENCAPSULATE,
    /// `C_DecapsulateKey`.
    DECAPSULATE,
    /// `C_CopyObject`.
    COPY
}
