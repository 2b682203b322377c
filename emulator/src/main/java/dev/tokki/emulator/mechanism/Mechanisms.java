package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.MechanismInfo;
import dev.tokki.emulator.object.AttributeMap;
import java.util.List;

/// The mechanisms a token offers, as the engine's chapters use them.
///
/// Every method first looks the mechanism up (`CKR_MECHANISM_INVALID` if it is unknown or cannot do the operation),
/// then checks its parameter
/// (`CKR_MECHANISM_PARAM_INVALID`), the key's class and type (`CKR_KEY_TYPE_INCONSISTENT`) and its size
/// (`CKR_KEY_SIZE_RANGE`), and throws a
/// [dev.tokki.emulator.rule.Refusal] otherwise. Usage flags of the key (`CKA_SIGN`, …), `CKA_ALLOWED_MECHANISMS` and
/// logins are checked by the callers.
public interface Mechanisms {
    /// A pair of new keys: what the mechanism contributes to each.
    record NewPair(List<Attribute> publicKey, List<Attribute> privateKey) {}

    /// {@return all mechanisms, ascending}
    long[] list();

    /// {@return what a mechanism can do}
    MechanismInfo info(long type);

    /// {@return a digest begun}
    Digester digest(Mechanism mechanism);

    /// {@return an encryption begun}
    CipherOperation encrypt(Mechanism mechanism, KeyView key);

    /// {@return a decryption begun}
    CipherOperation decrypt(Mechanism mechanism, KeyView key);

    /// {@return a signature begun}
    Signer sign(Mechanism mechanism, KeyView key);

    /// {@return a verification begun}
    Verifier verify(Mechanism mechanism, KeyView key);

    /// {@return what the mechanism contributes to a new secret key: class, key type, value}
    ///
    /// @param template what the caller asked for (`CKA_VALUE_LEN`, …)
    List<Attribute> generateKey(Mechanism mechanism, AttributeMap template);

    /// {@return what the mechanism contributes to a new key pair: classes, key types, values, and on both keys what is
    /// public}
    NewPair generateKeyPair(Mechanism mechanism, AttributeMap publicTemplate, AttributeMap privateTemplate);

    /// {@return the key wrapped}
    ///
    /// @param key the key to be wrapped: a secret key's `CKA_VALUE`, or a private key as PKCS#8 (section 6.7)
    byte[] wrap(Mechanism mechanism, KeyView wrappingKey, KeyView key);

    /// {@return the attributes of the key that was wrapped}
    ///
    /// @param template what the caller asked for; class and key type are needed
    List<Attribute> unwrap(Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template);

    /// {@return the attributes of the derived key}
    ///
    /// @param template what the caller asked for; class, key type and length
    List<Attribute> derive(Mechanism mechanism, KeyView baseKey, AttributeMap template);

    /// {@return the check value of a key (`CKA_CHECK_VALUE`, section 4.12), or nothing where its type has none}
    byte[] checkValue(AttributeMap key);
}
