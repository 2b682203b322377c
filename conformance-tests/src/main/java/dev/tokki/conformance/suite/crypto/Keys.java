package dev.tokki.conformance.suite.crypto;

import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Cko;
import dev.tokki.conformance.suite.Draft;
import dev.tokki.conformance.suite.crypto.Vectors.Vector;
import java.util.Arrays;

/// Templates of the keys that the tests work with: session objects of known value, with the usages a test names.
///
/// The values are published, so that every key can be had outside the module as well.
final class Keys {
    /// Key of 128 bits of NIST SP 800-38A.
    private static final byte[] AES_128 = Data.hex("2b7e151628aed2a6abf7158809cf4f3c");
    /// Key of test case 4 of RFC 4231, made longer.
    private static final byte[] MAC_32 = Data.counting(32);

    private Keys() {}

    /// {@return an AES key of 128 bits}
    ///
    /// @param usages `CKA_ENCRYPT`, … which are to be true; all others are left to their defaults
    static Draft aes(long... usages) {
        return aes(AES_128, usages);
    }

    /// {@return an AES key of this value}
    static Draft aes(byte[] value, long... usages) {
        return secret(Ckk.AES, value, usages);
    }

    /// {@return a generic secret key of 32 bytes}
    static Draft generic(long... usages) {
        return generic(MAC_32, usages);
    }

    /// {@return a generic secret key of this value}
    static Draft generic(byte[] value, long... usages) {
        return secret(Ckk.GENERIC_SECRET, value, usages);
    }

    /// {@return the value of the keys of [#aes(long...)]}
    static byte[] aesValue() {
        return AES_128.clone();
    }

    /// {@return the value of the keys of [#generic(long...)]}
    static byte[] genericValue() {
        return MAC_32.clone();
    }

    /// {@return a secret key of a type and value, neither sensitive nor unextractable}
    static Draft secret(long keyType, byte[] value, long... usages) {
        return may(derived(keyType), usages).with(Cka.VALUE, value);
    }

    /// {@return the template of a secret key whose value comes from elsewhere, readable afterwards}
    static Draft derived(long keyType, long... usages) {
        return may(
                Draft.of()
                        .with(Cka.CLASS, Cko.SECRET_KEY)
                        .with(Cka.KEY_TYPE, keyType)
                        .with(Cka.TOKEN, false)
                        .with(Cka.SENSITIVE, false)
                        .with(Cka.EXTRACTABLE, true),
                usages);
    }

    /// {@return the public part of the RSA key of the vectors, 2048 bits}
    static Draft rsaPublic(long... usages) {
        Vector key = rsa();
        return may(publicKey(Ckk.RSA), usages)
                .with(Cka.MODULUS, key.bytes("n"))
                .with(Cka.PUBLIC_EXPONENT, key.bytes("e"));
    }

    /// {@return the private part of the RSA key of the vectors, 2048 bits}
    static Draft rsaPrivate(long... usages) {
        Vector key = rsa();
        return may(privateKey(Ckk.RSA), usages)
                .with(Cka.MODULUS, key.bytes("n"))
                .with(Cka.PUBLIC_EXPONENT, key.bytes("e"))
                .with(Cka.PRIVATE_EXPONENT, key.bytes("d"))
                .with(Cka.PRIME_1, key.bytes("p"))
                .with(Cka.PRIME_2, key.bytes("q"))
                .with(Cka.EXPONENT_1, key.bytes("dp"))
                .with(Cka.EXPONENT_2, key.bytes("dq"))
                .with(Cka.COEFFICIENT, key.bytes("qi"));
    }

    /// {@return the numbers of the RSA key}
    static Vector rsa() {
        return Vectors.of("rsa-key").get(0);
    }

    /// {@return a public key on a curve}
    ///
    /// @param point the uncompressed point, or the bytes of RFC 8032 or RFC 7748
    static Draft ecPublic(Curve curve, byte[] point, long... usages) {
        return may(publicKey(curve.keyType()), usages)
                .with(Cka.EC_PARAMS, curve.params())
                .with(Cka.EC_POINT, curve.ecPoint(point));
    }

    /// {@return a private key on a curve}
    static Draft ecPrivate(Curve curve, byte[] value, long... usages) {
        return may(privateKey(curve.keyType()), usages)
                .with(Cka.EC_PARAMS, curve.params())
                .with(Cka.VALUE, value);
    }

    /// {@return the template of a private key whose value comes from elsewhere, readable afterwards}
    static Draft privateKey(long keyType) {
        return Draft.of()
                .with(Cka.CLASS, Cko.PRIVATE_KEY)
                .with(Cka.KEY_TYPE, keyType)
                .with(Cka.TOKEN, false)
                .with(Cka.SENSITIVE, false)
                .with(Cka.EXTRACTABLE, true);
    }

    /// {@return a draft with these usages true}
    static Draft may(Draft draft, long... usages) {
        Draft changed = draft;
        for (long usage : usages) {
            changed = changed.with(usage, true);
        }
        return changed;
    }

    /// {@return a copy of some bytes with one bit changed}
    static byte[] spoiled(byte[] bytes, int at) {
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        copy[at] ^= 1;
        return copy;
    }

    private static Draft publicKey(long keyType) {
        return Draft.of()
                .with(Cka.CLASS, Cko.PUBLIC_KEY)
                .with(Cka.KEY_TYPE, keyType)
                .with(Cka.TOKEN, false);
    }
}
