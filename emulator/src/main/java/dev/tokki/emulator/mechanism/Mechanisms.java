package dev.tokki.emulator.mechanism;

import dev.tokki.api.Attribute;
import dev.tokki.api.Mechanism;
import dev.tokki.api.MechanismInfo;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyFacts;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.attribute.NewPair;
import dev.tokki.emulator.attribute.OtherKeys;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.Digester;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.mechanism.work.MessageCipher;
import dev.tokki.emulator.mechanism.work.Products;
import dev.tokki.emulator.mechanism.work.Recoverer;
import dev.tokki.emulator.mechanism.work.Signer;
import dev.tokki.emulator.mechanism.work.Verifier;
import dev.tokki.emulator.mechanism.work.Wrapped;
import java.util.List;

/// The mechanisms a token offers, as the engine's chapters use them.
///
/// Every method first looks the mechanism up (`CKR_MECHANISM_INVALID` if it is unknown or cannot do the
/// operation), then checks its parameter (`CKR_MECHANISM_PARAM_INVALID`), the key's class and type
/// (`CKR_KEY_TYPE_INCONSISTENT`) and its size (`CKR_KEY_SIZE_RANGE`), and throws a
/// [dev.tokki.emulator.rule.Refusal] otherwise. Usage flags of the key (`CKA_SIGN`, …),
/// `CKA_ALLOWED_MECHANISMS` and logins are checked by the callers.
public interface Mechanisms extends KeyFacts {
    /// {@return all mechanisms, ascending}
    long[] list();

    /// {@return what a mechanism can do}
    MechanismInfo info(long type);

    /// {@return whether it is only what the token was told that keeps a mechanism from a use}
    ///
    /// @param flag the use, `CKF_…`
    boolean isTold(long type, long flag);

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

    /// {@return what encrypts messages one by one}
    MessageCipher messageEncrypt(Mechanism mechanism, KeyView key);

    /// {@return what decrypts messages one by one}
    MessageCipher messageDecrypt(Mechanism mechanism, KeyView key);

    /// {@return the key wrapped, with associated data apart; the tag is in the parameter}
    Wrapped wrapAuthenticated(Mechanism mechanism, KeyView wrappingKey, KeyView key, byte[] associatedData);

    /// {@return the attributes of the key that was wrapped with associated data}
    List<Attribute> unwrapAuthenticated(
            Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template, byte[] associatedData);

    /// {@return a signature with recovery begun}
    Signer signRecover(Mechanism mechanism, KeyView key);

    /// {@return what recovers data from signatures}
    Recoverer verifyRecover(Mechanism mechanism, KeyView key);

    /// {@return an encapsulation made ready}
    ///
    /// @param template what the caller asked for; class, key type and length
    Encapsulator encapsulate(Mechanism mechanism, KeyView publicKey, AttributeMap template);

    /// {@return the attributes of the key that a ciphertext holds}
    ///
    /// @param template what the caller asked for; class, key type and length
    List<Attribute> decapsulate(Mechanism mechanism, KeyView privateKey, byte[] ciphertext, AttributeMap template);

    /// {@return what the mechanism contributes to a new secret key: class, key type, value}
    ///
    /// @param template what the caller asked for (`CKA_VALUE_LEN`, …)
    default List<Attribute> generateKey(Mechanism mechanism, AttributeMap template) {
        return generateKey(mechanism, template, new Products());
    }

    /// {@return what the mechanism contributes to a new secret key}
    ///
    /// @param products takes what else comes of it: a vector in the parameter
    List<Attribute> generateKey(Mechanism mechanism, AttributeMap template, Products products);

    /// {@return what the mechanism contributes to a new key pair: classes, key types, values, and on both
    /// keys what is public}
    NewPair generateKeyPair(Mechanism mechanism, AttributeMap publicTemplate, AttributeMap privateTemplate);

    /// {@return the key wrapped}
    ///
    /// @param key the key to be wrapped: a secret key's `CKA_VALUE`, or a private key as PKCS#8 (section 6.7)
    Wrapped wrap(Mechanism mechanism, KeyView wrappingKey, KeyView key);

    /// {@return the attributes of the key that was wrapped}
    ///
    /// @param template what the caller asked for; class and key type are needed
    List<Attribute> unwrap(Mechanism mechanism, KeyView unwrappingKey, byte[] wrapped, AttributeMap template);

    /// {@return the attributes of the derived key: class, key type, value, and those of `CKA_SENSITIVE`,
    /// `CKA_EXTRACTABLE`, `CKA_ALWAYS_SENSITIVE` and `CKA_NEVER_EXTRACTABLE` that the base key dictates}
    ///
    /// What is returned is final: a template that says otherwise is inconsistent. Where no
    /// `CKA_ALWAYS_SENSITIVE` is returned it is what `CKA_SENSITIVE` becomes; where no
    /// `CKA_NEVER_EXTRACTABLE` is returned it is the opposite of what `CKA_EXTRACTABLE` becomes.
    ///
    /// @param template what the caller asked for; class, key type and length
    /// @param others finds a further key by the handle in the mechanism's parameter
    /// (`CKM_CONCATENATE_BASE_AND_KEY`), or throws the refusal `CKR_KEY_HANDLE_INVALID`
    default List<Attribute> derive(Mechanism mechanism, KeyView baseKey, AttributeMap template, OtherKeys others) {
        return derive(mechanism, baseKey, template, others, new Products());
    }

    /// {@return the attributes of the derived key}
    ///
    /// @param products takes what else comes of it: further keys, and what the parameter tells
    List<Attribute> derive(
            Mechanism mechanism, KeyView baseKey, AttributeMap template, OtherKeys others, Products products);

    /// {@return whether a derivation makes no key of its own: all it makes is told in the parameter}
    boolean isKeyless(long type);

    /// {@return whether a derivation takes a data object for its base key, too}
    boolean takesData(long type);

    /// {@return whether a derivation makes a data object instead of a key}
    boolean makesData(long type);

    /// {@return whether a derivation takes base keys whose `CKA_DERIVE` is false}
    boolean takesAnyBase(long type);
}
