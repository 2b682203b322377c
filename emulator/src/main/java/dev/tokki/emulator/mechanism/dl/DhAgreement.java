package dev.tokki.emulator.mechanism.dl;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckr;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.DerivedKey;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.work.Encapsulator;
import dev.tokki.emulator.rule.Refusal;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.util.BigIntegers;

/// An agreement of one key pair of each party, sections 6.4.10 and 6.4.14.
///
/// @param kdf how the key comes from the secret
/// @param other the other party's public value; empty for the functions of a KEM, which bring it themselves
/// @param section the section of the mechanism
record DhAgreement(X942Kdf kdf, Bytes other, String section) {
    static final String PKCS = "6.4.10";
    static final String X9_42 = "6.4.14";

    List<Attribute> derive(Use.Derivation input) {
        if (other.length() == 0) {
            throw wrong(Ckr.MECHANISM_PARAM_INVALID, "The other party's public value is missing.");
        }
        Domain domain = domain(input.baseKey());
        BigInteger value = value(domain, other, "the other party's public value", section);
        DerivedKey key = DerivedKey.ofTemplate(input.template(), section);
        return key.agreed(kdf.value(secret(domain, input.baseKey(), value), key), input.baseKey());
    }

    Encapsulator encapsulate(Crypto crypto, Use.Encapsulating input) {
        checkNoOther();
        Domain domain = domain(input.publicKey());
        BigInteger value = Domain.number(input.publicKey().attributes(), Cka.VALUE);
        if (!domain.includes(value)) {
            throw Refusal.of(
                    Ckr.KEY_HANDLE_INVALID,
                    "hPublicKey",
                    "Its value is none of its domain: the secret would be known to all.",
                    section,
                    "Use a public key that was generated.");
        }
        DerivedKey key = DerivedKey.ofTemplate(input.template(), section);
        return new Encapsulator(domain.length(), () -> {
            BigInteger ephemeral = domain.secret(crypto.random(), Long.MAX_VALUE);
            byte[] secret = bytes(domain, value.modPow(ephemeral, domain.prime()));
            return new Encapsulator.Made(
                    Bytes.of(bytes(domain, domain.base().modPow(ephemeral, domain.prime()))),
                    SecretKeys.attributes(key.keyType(), kdf.value(secret, key)));
        });
    }

    List<Attribute> decapsulate(Use.Decapsulating input) {
        checkNoOther();
        Domain domain = domain(input.privateKey());
        BigInteger value = new BigInteger(1, input.ciphertext().array());
        if (input.ciphertext().length() > domain.length() || !domain.includes(value)) {
            throw Refusal.of(
                    Ckr.WRAPPED_KEY_INVALID,
                    "pCiphertext",
                    "It is no public value of the domain of hPrivateKey.",
                    section,
                    "Pass the ciphertext as C_EncapsulateKey made it.");
        }
        DerivedKey key = DerivedKey.ofTemplate(input.template(), section);
        return SecretKeys.attributes(key.keyType(), kdf.value(secret(domain, input.privateKey(), value), key));
    }

    /// {@return the domain of a key}
    static Domain domain(KeyView key) {
        boolean hasOrder = key.attributes().ulong(Cka.KEY_TYPE, -1) == Ckk.X9_42_DH;
        return Domain.of(key, hasOrder, hasOrder ? X9_42 : PKCS);
    }

    /// {@return another party's public value, which must be one of the domain}
    static BigInteger value(Domain domain, Bytes bytes, String subject, String section) {
        BigInteger value = new BigInteger(1, bytes.array());
        if (!domain.includes(value)) {
            throw Refusal.of(
                    Ckr.MECHANISM_PARAM_INVALID,
                    subject,
                    "It lies between 2 and the prime less 2, and its power to the subprime, where there is one, is 1.",
                    section,
                    "Pass the other party's public value as it was generated.");
        }
        return value;
    }

    /// {@return the secret of a private key and a public value, as long as the prime}
    static byte[] secret(Domain domain, KeyView key, BigInteger value) {
        return bytes(domain, value.modPow(Domain.number(key.attributes(), Cka.VALUE), domain.prime()));
    }

    static byte[] bytes(Domain domain, BigInteger number) {
        return BigIntegers.asUnsignedByteArray(domain.length(), number);
    }

    private void checkNoOther() {
        if (other.length() > 0) {
            throw wrong(
                    Ckr.MECHANISM_PARAM_INVALID,
                    "To encapsulate and decapsulate the other party's public value must not be in the parameter.");
        }
    }

    private Refusal wrong(long ckr, String rule) {
        return Refusal.of(
                ckr,
                "the other party's public value",
                rule,
                section,
                "C_DeriveKey wants it in the parameter; C_EncapsulateKey and C_DecapsulateKey bring it themselves.");
    }
}
