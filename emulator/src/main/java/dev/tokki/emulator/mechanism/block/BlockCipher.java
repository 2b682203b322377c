package dev.tokki.emulator.mechanism.block;

import dev.tokki.api.Bytes;
import dev.tokki.api.parameter.DerivationParameter.StringData;
import dev.tokki.api.parameter.Structure;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.mac.CbcMac;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.CipherStream;
import dev.tokki.emulator.mechanism.work.DataLengths;
import dev.tokki.emulator.mechanism.work.UnpaddingStream;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.security.GeneralSecurityException;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// A block cipher, and the mechanisms that its modes are.
///
/// @param algorithm JCA's name
/// @param block the bytes of a block
/// @param keys the keys it takes
public record BlockCipher(String algorithm, int block, KeyRule keys) {
    /// A vector and data to encrypt, what is left of `CK_…_CBC_ENCRYPT_DATA_PARAMS`.
    record VectorAndData(Bytes iv, Bytes data) {}

    /// {@return electronic code book}
    public Declaration<?> ecb(long mechanism, String section) {
        return Wraps.secretKeys(block, section)
                .of(
                        Declaration.of(mechanism, section, keys, ParameterRule.none(section)),
                        (crypto, none, key) -> blocks(crypto, Cipher.ENCRYPT_MODE, key, "ECB", new byte[0], section),
                        (crypto, none, key) -> blocks(crypto, Cipher.DECRYPT_MODE, key, "ECB", new byte[0], section));
    }

    /// {@return cipher block chaining}
    public Declaration<?> cbc(long mechanism, String section) {
        return Wraps.secretKeys(block, section)
                .of(
                        Declaration.of(mechanism, section, keys, ParameterRule.iv(block, section)),
                        (crypto, iv, key) -> blocks(crypto, Cipher.ENCRYPT_MODE, key, "CBC", iv, section),
                        (crypto, iv, key) -> blocks(crypto, Cipher.DECRYPT_MODE, key, "CBC", iv, section));
    }

    /// {@return cipher block chaining with the padding of PKCS #7}
    public Declaration<?> cbcPad(long mechanism, String section) {
        return Wraps.allKeys(1, section)
                .of(
                        Declaration.of(mechanism, section, keys, ParameterRule.iv(block, section)),
                        (crypto, iv, key) -> new CipherStream(
                                cipher(crypto, "CBC/PKCS5Padding", Cipher.ENCRYPT_MODE, key, iv),
                                new DataLengths.Padding(block)),
                        (crypto, iv, key) -> new UnpaddingStream(
                                cipher(crypto, "CBC/NoPadding", Cipher.DECRYPT_MODE, key, iv), block, section));
    }

    /// {@return a mode that makes a stream of the cipher and wraps keys: `OFB`, `CFB8` …}
    ///
    /// @param mode JCA's name
    public Declaration<?> wrappingStream(long mechanism, String section, String mode) {
        return Wraps.allKeys(1, section)
                .of(
                        Declaration.of(mechanism, section, keys, ParameterRule.iv(block, section)),
                        (crypto, iv, key) -> stream(crypto, mode, Cipher.ENCRYPT_MODE, key, iv),
                        (crypto, iv, key) -> stream(crypto, mode, Cipher.DECRYPT_MODE, key, iv));
    }

    /// {@return a mode that makes a stream of the cipher, and wraps no keys}
    ///
    /// @param mode JCA's name
    public Declaration<?> stream(long mechanism, String section, String mode) {
        return Declaration.of(mechanism, section, keys, ParameterRule.iv(block, section))
                .can(Use.ENCRYPT, (crypto, iv, key) -> stream(crypto, mode, Cipher.ENCRYPT_MODE, key, iv))
                .can(Use.DECRYPT, (crypto, iv, key) -> stream(crypto, mode, Cipher.DECRYPT_MODE, key, iv));
    }

    private CipherOperation stream(Crypto crypto, String mode, int direction, KeyView key, byte[] iv) {
        return new CipherStream(
                cipher(crypto, mode + "/NoPadding", direction, key, iv), new DataLengths.Stream(Long.MAX_VALUE, ""));
    }

    /// {@return counter mode}
    public Declaration<CtrParameter> ctr(long mechanism, String section, ParameterRule<CtrParameter> parameter) {
        Maker<CtrParameter, KeyView, CipherOperation> both = (crypto, ctr, key) -> new CipherStream(
                cipher(
                        crypto,
                        "CTR/NoPadding",
                        Cipher.ENCRYPT_MODE,
                        key,
                        ctr.block().array()),
                new DataLengths.Stream(ctr.limit(), section));
        return Wraps.allKeys(1, section).of(Declaration.of(mechanism, section, keys, parameter), both, both);
    }

    /// {@return the MAC of half a block that is the end of a chain}
    public Declaration<?> mac(long mechanism, String section) {
        return MacSigner.of(
                Declaration.of(mechanism, section, keys, ParameterRule.none(section)),
                (crypto, none, key) -> cbcMac(crypto, key, block / 2));
    }

    /// {@return the MAC of 1 byte to a block that is the end of a chain}
    public Declaration<?> macGeneral(long mechanism, String section) {
        return MacSigner.of(
                Declaration.of(mechanism, section, keys, ParameterRule.macLength(block, section)),
                (crypto, length, key) -> cbcMac(crypto, key, length));
    }

    private MacSigner cbcMac(Crypto crypto, KeyView key, int length) {
        Cipher chain = cipher(crypto, "CBC/NoPadding", Cipher.ENCRYPT_MODE, key, new byte[block]);
        return new MacSigner(new CbcMac(chain), length);
    }

    /// {@return CMAC}
    ///
    /// @param name JCA's name
    public Declaration<?> cmac(long mechanism, String section, String name) {
        return MacSigner.of(
                Declaration.of(mechanism, section, keys, ParameterRule.none(section)),
                (crypto, none, key) -> new MacSigner(crypto.mac(name, SecretKeys.of(key)), block));
    }

    /// {@return CMAC cut to a length}
    public Declaration<?> cmacGeneral(long mechanism, String section, String name) {
        return MacSigner.of(
                Declaration.of(mechanism, section, keys, ParameterRule.macLength(block, section)),
                (crypto, length, key) -> new MacSigner(crypto.mac(name, SecretKeys.of(key)), length));
    }

    /// {@return the derivation of a key by encrypting data in ECB}
    public Declaration<?> ecbEncryptData(long mechanism, String section, String parameterSection) {
        ParameterRule<Bytes> parameter = ParameterRule.structure(
                "CK_KEY_DERIVATION_STRING_DATA",
                parameterSection,
                StringData.class,
                (given, rule) ->
                        wholeBlocks("ulLen", Bytes.of(ParameterRule.bytes(rule, "pData", given.data())), rule));
        return EncryptedData.derivation(
                Declaration.of(mechanism, section, keys, parameter),
                data -> data,
                (crypto, data, key) -> blocks(crypto, Cipher.ENCRYPT_MODE, key, "ECB", new byte[0], section));
    }

    /// {@return the derivation of a key by encrypting data in CBC}
    ///
    /// @param type the structure of the parameter
    public <S extends Structure> Declaration<?> cbcEncryptData(
            long mechanism,
            String section,
            String parameterSection,
            Class<S> type,
            Function<S, Bytes> iv,
            Function<S, Bytes> data) {
        ParameterRule<VectorAndData> parameter = ParameterRule.structure(
                "CK_" + algorithmInNames() + "_CBC_ENCRYPT_DATA_PARAMS", parameterSection, type, (given, rule) -> {
                    if (iv.apply(given).array().length != block) {
                        throw rule.wrong(
                                "iv",
                                "The initialisation vector has " + block + " bytes.",
                                "Pass " + block + " bytes.");
                    }
                    byte[] bytes = ParameterRule.bytes(rule, "pData", data.apply(given));
                    return new VectorAndData(iv.apply(given), wholeBlocks("length", Bytes.of(bytes), rule));
                });
        return EncryptedData.derivation(
                Declaration.of(mechanism, section, keys, parameter),
                VectorAndData::data,
                (crypto, given, key) -> blocks(
                        crypto, Cipher.ENCRYPT_MODE, key, "CBC", given.iv().array(), section));
    }

    private String algorithmInNames() {
        return algorithm.startsWith("DES") ? "DES" : algorithm.toUpperCase(java.util.Locale.ROOT);
    }

    private Bytes wholeBlocks(String member, Bytes data, ParameterRule<?> rule) {
        if (data.length() == 0 || data.length() % block != 0) {
            throw rule.wrong(
                    member,
                    "The data must be whole blocks of " + block + " bytes; these are " + data.length() + " bytes.",
                    "Pass data of " + block + ", " + 2 * block + ", … bytes.");
        }
        return data;
    }

    private CipherOperation blocks(Crypto crypto, int direction, KeyView key, String mode, byte[] iv, String section) {
        return new CipherStream(
                cipher(crypto, mode + "/NoPadding", direction, key, iv),
                new DataLengths.WholeBlocks(block, direction == Cipher.ENCRYPT_MODE, section));
    }

    /// {@return a cipher made ready}
    ///
    /// @param mode mode and padding, by JCA's names
    /// @param iv the vector; empty for none
    public Cipher cipher(Crypto crypto, String mode, int direction, KeyView key, byte[] iv) {
        Cipher cipher = crypto.cipher(algorithm + "/" + mode);
        try {
            if (iv.length == 0) {
                cipher.init(direction, SecretKeys.of(key));
            } else {
                cipher.init(direction, SecretKeys.of(key), new IvParameterSpec(iv));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return cipher;
    }
}
