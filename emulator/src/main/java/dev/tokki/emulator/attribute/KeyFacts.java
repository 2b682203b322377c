package dev.tokki.emulator.attribute;

/// What can be computed of an object's attributes, for whoever makes objects, of keys above all.
public interface KeyFacts {
    /// Checks that the attributes of a key that the caller made (C_CreateObject) can be a key of its type:
    /// lengths of values, curves, points on their curves.
    ///
    /// Says nothing about key types it does not know.
    void checkKey(AttributeMap key);

    /// {@return the check value of a key (`CKA_CHECK_VALUE`, section 4.12): three bytes, or none where its
    /// type has no check value}
    byte[] checkValue(AttributeMap key);

    /// {@return the SHA-1 hash of data, of which certificates have a check value (section 4.7.2)}
    byte[] sha1(byte[] data);

    /// {@return the DER of a `SubjectPublicKeyInfo` of a public or private key (`CKA_PUBLIC_KEY_INFO`,
    /// section 4.9), or nothing where it cannot be told}
    byte[] publicKeyInfo(AttributeMap key);
}
