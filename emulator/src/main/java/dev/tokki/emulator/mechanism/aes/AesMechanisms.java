package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.Parameter;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.AesKeyWrap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.Maker;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import dev.tokki.emulator.mechanism.mac.MacVerifier;
import dev.tokki.emulator.mechanism.work.CipherOperation;
import dev.tokki.emulator.mechanism.work.CipherStream;
import dev.tokki.emulator.mechanism.work.DataLengths;
import dev.tokki.emulator.mechanism.work.UnpaddingStream;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/// AES, sections 6.10 to 6.16.
public final class AesMechanisms {
    public static final KeyRule KEYS = KeyRule.secret(KeySize.bytes(16, 32), Ckk.AES);
    public static final int BLOCK = 16;

    private AesMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                Declaration.of(Ckm.AES_KEY_GEN, "6.10.3", KEYS, ParameterRule.none("6.10.3"))
                        .can(
                                Use.GENERATE,
                                (crypto, none, template) -> SecretKeys.generate(crypto, Ckk.AES, template, "6.10.3")),
                ecb(),
                cbc(),
                cbcPad(),
                ctr(),
                gcm(),
                Declaration.of(Ckm.AES_CMAC, "6.14.4", KEYS, ParameterRule.none("6.14.4"))
                        .can(Use.SIGN, (crypto, none, key) -> cmac(crypto, key, BLOCK))
                        .can(Use.VERIFY, (crypto, none, key) -> new MacVerifier(cmac(crypto, key, BLOCK), "6.14.4")),
                Declaration.of(Ckm.AES_CMAC_GENERAL, "6.14.3", KEYS, ParameterRule.macLength(BLOCK, "6.14.3"))
                        .can(Use.SIGN, (crypto, length, key) -> cmac(crypto, key, length))
                        .can(Use.VERIFY, (crypto, length, key) -> new MacVerifier(cmac(crypto, key, length), "6.14.3")),
                keyWrap(Ckm.AES_KEY_WRAP, AesKeyWrap.PLAIN, "6.16.3.1"),
                // Deprecated, and its padding was read in two ways; most modules read RFC 5649.
                keyWrap(Ckm.AES_KEY_WRAP_PAD, AesKeyWrap.PADDED, "6.16.3.2"),
                keyWrap(Ckm.AES_KEY_WRAP_KWP, AesKeyWrap.PADDED, "6.16.3.3"),
                keyWrap(Ckm.AES_KEY_WRAP_PKCS7, AesKeyWrap.PKCS7, "6.16.3.4"));
    }

    private static Declaration<?> ecb() {
        String section = "6.10.4";
        Maker<Parameter.None, KeyView, CipherOperation> encrypt =
                (crypto, none, key) -> ecb(crypto, Cipher.ENCRYPT_MODE, key, section);
        Maker<Parameter.None, KeyView, CipherOperation> decrypt =
                (crypto, none, key) -> ecb(crypto, Cipher.DECRYPT_MODE, key, section);
        return Wraps.secretKeys(BLOCK, section)
                .of(Declaration.of(Ckm.AES_ECB, section, KEYS, ParameterRule.none(section)), encrypt, decrypt);
    }

    private static Declaration<?> cbc() {
        String section = "6.10.5";
        return Wraps.secretKeys(BLOCK, section)
                .of(
                        Declaration.of(Ckm.AES_CBC, section, KEYS, ParameterRule.iv(BLOCK, section)),
                        (crypto, iv, key) -> cbc(crypto, Cipher.ENCRYPT_MODE, key, iv, section),
                        (crypto, iv, key) -> cbc(crypto, Cipher.DECRYPT_MODE, key, iv, section));
    }

    private static Declaration<?> cbcPad() {
        String section = "6.10.6";
        return Wraps.allKeys(1, section)
                .of(
                        Declaration.of(Ckm.AES_CBC_PAD, section, KEYS, ParameterRule.iv(BLOCK, section)),
                        (crypto, iv, key) -> new CipherStream(
                                cipher(crypto, "AES/CBC/PKCS5Padding", Cipher.ENCRYPT_MODE, key, iv),
                                new DataLengths.Padding(BLOCK)),
                        (crypto, iv, key) -> new UnpaddingStream(
                                cipher(crypto, "AES/CBC/NoPadding", Cipher.DECRYPT_MODE, key, iv), BLOCK, section));
    }

    private static Declaration<?> ctr() {
        String section = "6.11.3";
        Maker<CtrParameter, KeyView, CipherOperation> both = (crypto, ctr, key) -> new CipherStream(
                cipher(
                        crypto,
                        "AES/CTR/NoPadding",
                        Cipher.ENCRYPT_MODE,
                        key,
                        ctr.block().array()),
                new DataLengths.Stream(ctr.limit(), section));
        return Wraps.allKeys(1, section).of(Declaration.of(Ckm.AES_CTR, section, KEYS, CtrParameter.RULE), both, both);
    }

    private static Declaration<?> gcm() {
        return GcmWraps.of(Declaration.of(Ckm.AES_GCM, "6.13.2", KEYS, GcmParameter.RULE)
                .can(Use.ENCRYPT, (crypto, gcm, key) -> Gcm.encrypt(crypto, gcm.forData(), key))
                .can(Use.DECRYPT, (crypto, gcm, key) -> Gcm.decrypt(crypto, gcm.forData(), key))
                .messages(GcmMessages.MESSAGES));
    }

    private static Declaration<?> keyWrap(long type, AesKeyWrap mode, String section) {
        ParameterRule<byte[]> parameter = ParameterRule.optionalIv(mode.ivLength(), mode.standardIv(), "6.16.2");
        int pad = mode == AesKeyWrap.PLAIN ? AesKeyWrap.SEMIBLOCK : 1;
        return Wraps.allKeys(pad, section)
                .of(
                        Declaration.of(type, section, KEYS, parameter),
                        (crypto, iv, key) -> AesKeyWraps.encrypt(crypto, mode, iv, key, section),
                        (crypto, iv, key) -> AesKeyWraps.decrypt(crypto, mode, iv, key, section));
    }

    private static MacSigner cmac(Crypto crypto, KeyView key, int length) {
        return MacSigner.begin(crypto, "AESCMAC", key, length);
    }

    public static CipherOperation ecb(Crypto crypto, int mode, KeyView key, String section) {
        Cipher cipher = crypto.cipher("AES/ECB/NoPadding");
        try {
            cipher.init(mode, SecretKeys.of(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new CipherStream(cipher, new DataLengths.WholeBlocks(BLOCK, mode == Cipher.ENCRYPT_MODE, section));
    }

    public static CipherOperation cbc(Crypto crypto, int mode, KeyView key, byte[] iv, String section) {
        return new CipherStream(
                cipher(crypto, "AES/CBC/NoPadding", mode, key, iv),
                new DataLengths.WholeBlocks(BLOCK, mode == Cipher.ENCRYPT_MODE, section));
    }

    private static Cipher cipher(Crypto crypto, String transformation, int mode, KeyView key, byte[] iv) {
        Cipher cipher = crypto.cipher(transformation);
        try {
            cipher.init(mode, SecretKeys.of(key), new IvParameterSpec(iv));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return cipher;
    }
}
