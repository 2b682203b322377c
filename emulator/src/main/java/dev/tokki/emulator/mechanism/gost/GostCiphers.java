package dev.tokki.emulator.mechanism.gost;

import dev.tokki.api.Attribute;
import dev.tokki.api.Bytes;
import dev.tokki.api.constant.Cka;
import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.constant.Cko;
import dev.tokki.api.constant.Ckr;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.AttributeMap;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.crypto.GostCipher;
import dev.tokki.emulator.crypto.GostMac;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.GostKeys;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.key.Templates;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.CipherStream;
import dev.tokki.emulator.mechanism.work.DataLengths;
import dev.tokki.emulator.mechanism.work.Wrapped;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import dev.tokki.emulator.rule.Refusal;
import java.util.List;
import javax.crypto.Cipher;

/// GOST 28147-89, sections 6.44.5 to 6.44.8. The key's parameter set says S-box and mode.
final class GostCiphers {
    static final int BLOCK = 8;
    private static final int KEY = 32;
    private static final int MAC = 4;

    private GostCiphers() {}

    static Declaration<?> ecb() {
        String section = "6.44.5";
        return Wraps.secretKeys(BLOCK, section)
                .of(
                        Declaration.of(
                                Ckm.GOST28147_ECB, section, GostMechanisms.CIPHER_KEYS, ParameterRule.none(section)),
                        (crypto, none, key) -> blocks(crypto, true, key, section),
                        (crypto, none, key) -> blocks(crypto, false, key, section));
    }

    private static CipherOperation blocks(Crypto crypto, boolean isEncryption, KeyView key, String section) {
        return new CipherStream(
                cipher(key).ecb(crypto, isEncryption ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, value(key)),
                new DataLengths.WholeBlocks(BLOCK, isEncryption, section));
    }

    static Declaration<?> stream() {
        String section = "6.44.6";
        return Wraps.secretKeys(1, section)
                .of(
                        Declaration.of(Ckm.GOST28147, section, GostMechanisms.CIPHER_KEYS, vector(section)),
                        (crypto, iv, key) -> stream(crypto, Cipher.ENCRYPT_MODE, key, iv, section),
                        (crypto, iv, key) -> stream(crypto, Cipher.DECRYPT_MODE, key, iv, section));
    }

    private static CipherOperation stream(Crypto crypto, int direction, KeyView key, byte[] iv, String section) {
        return new CipherStream(
                cipher(key).stream(crypto, direction, value(key), iv), new DataLengths.Stream(Long.MAX_VALUE, section));
    }

    static Declaration<?> mac() {
        String section = "6.44.7";
        return MacSigner.of(
                Declaration.of(Ckm.GOST28147_MAC, section, GostMechanisms.CIPHER_KEYS, vector(section)),
                (crypto, iv, key) -> new MacSigner(new GostMac(GostKeys.set(key.attributes()), value(key), iv), MAC));
    }

    static Declaration<?> keyWrap() {
        String section = "6.44.8";
        return Declaration.of(Ckm.GOST28147_KEY_WRAP, section, GostMechanisms.CIPHER_KEYS, vector(section))
                .can(Use.WRAP, (crypto, iv, input) -> {
                    byte[] key = wrappable(input.key(), section);
                    KeyView by = input.wrappingKey();
                    return new Wrapped(Bytes.of(cipher(by).wrap(crypto, value(by), iv, key)), Parameter.none());
                })
                .can(Use.UNWRAP, (crypto, iv, input) -> {
                    byte[] wrapped = input.wrapped().array();
                    checkLength(wrapped, section);
                    KeyView by = input.unwrappingKey();
                    byte[] key =
                            cipher(by).unwrap(crypto, value(by), iv, wrapped).orElseThrow(() -> wrongMac(section));
                    return unwrapped(key, input.template(), section);
                });
    }

    /// {@return the vector that is given, eight bytes, or zeros}
    private static ParameterRule<byte[]> vector(String section) {
        return ParameterRule.optionalIv(BLOCK, new byte[BLOCK], section);
    }

    private static GostCipher cipher(KeyView key) {
        return new GostCipher(GostKeys.set(key.attributes()));
    }

    static byte[] value(KeyView key) {
        return key.attributes().bytes(Cka.VALUE);
    }

    /// {@return the value of a key of GOST 28147-89; other keys are not wrapped by its key wraps}
    static byte[] wrappable(KeyView key, String section) {
        if (key.attributes().ulong(Cka.CLASS, -1) != Cko.SECRET_KEY
                || key.attributes().ulong(Cka.KEY_TYPE, -1) != Ckk.GOST28147) {
            throw Refusal.of(
                    Ckr.KEY_NOT_WRAPPABLE,
                    "the key to be wrapped",
                    "The mechanism wraps keys of GOST 28147-89, of 32 bytes.",
                    section,
                    "Wrap other keys by CKM_GOST28147.");
        }
        return value(key);
    }

    static void checkLength(byte[] wrapped, String section) {
        if (wrapped.length != KEY + MAC) {
            throw Refusal.of(
                    Ckr.WRAPPED_KEY_LEN_RANGE,
                    "pWrappedKey",
                    "A wrapped key has 32 bytes and a MAC of 4; these are " + wrapped.length + " bytes.",
                    section,
                    "Pass the wrapped key as it was made.");
        }
    }

    static Refusal wrongMac(String section) {
        return Refusal.of(
                Ckr.WRAPPED_KEY_INVALID,
                "pWrappedKey",
                "The MAC does not belong to this wrapped key under this key and vector.",
                section,
                "Check key, vector and wrapped key against those of the wrapping.");
    }

    static List<Attribute> unwrapped(byte[] key, AttributeMap template, String section) {
        Templates.agree(template, Cko.SECRET_KEY, Ckk.GOST28147, section);
        return SecretKeys.attributes(Ckk.GOST28147, key);
    }
}
