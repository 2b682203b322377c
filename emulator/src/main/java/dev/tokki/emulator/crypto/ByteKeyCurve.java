package dev.tokki.emulator.crypto;

import java.security.SecureRandom;

/// A curve whose keys are strings of bytes of one length, public as private: those of RFC 8032 and RFC 7748.
public sealed interface ByteKeyCurve permits EdwardsCurve, MontgomeryCurve {
    /// {@return the name that `CKA_EC_PARAMS` may say}
    String curveName();

    /// {@return the object identifier of RFC 8410, in dotted form}
    String oid();

    /// {@return the bits of the field, as `ulMinKeySize` counts them}
    int fieldBits();

    /// {@return the length of public and private keys in bytes}
    int keyLength();

    /// {@return a new private key}
    byte[] generate(SecureRandom random);

    /// {@return the public key of a private key}
    byte[] publicKey(byte[] secret);
}
