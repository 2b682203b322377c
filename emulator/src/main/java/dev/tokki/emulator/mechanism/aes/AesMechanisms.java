package dev.tokki.emulator.mechanism.aes;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.AesParameter.CbcEncryptData;
import dev.tokki.emulator.attribute.KeyView;
import dev.tokki.emulator.crypto.AesKeyWrap;
import dev.tokki.emulator.crypto.Crypto;
import dev.tokki.emulator.mechanism.block.BlockCipher;
import dev.tokki.emulator.mechanism.block.CtrParameter;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.declare.Use;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import dev.tokki.emulator.mechanism.key.SecretKeys;
import dev.tokki.emulator.mechanism.mac.MacSigner;
import dev.tokki.emulator.mechanism.mac.XcbcMac;
import dev.tokki.emulator.mechanism.wrap.Wraps;
import java.util.List;

/// AES, sections 6.10 to 6.17.
public final class AesMechanisms {
    static final int BLOCK = 16;
    static final KeyRule KEYS = KeyRule.secret(KeySize.bytes(16, 32), Ckk.AES);

    private static final BlockCipher AES = new BlockCipher("AES", BLOCK, KEYS);
    private static final String OFB = "6.10.7";
    private static final String CFB = "6.10.8";
    private static final String CMAC = "AESCMAC";
    private static final ParameterRule<CtrParameter> COUNTER = CtrParameter.rule(
            "CK_AES_CTR_PARAMS",
            "6.11.2.1",
            AesParameter.Ctr.class,
            AesParameter.Ctr::counterBits,
            AesParameter.Ctr::counterBlock);

    private AesMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                GenericMechanisms.generation(Ckm.AES_KEY_GEN, "6.10.3", Ckk.AES),
                AES.ecb(Ckm.AES_ECB, "6.10.4"),
                AES.cbc(Ckm.AES_CBC, "6.10.5"),
                AES.cbcPad(Ckm.AES_CBC_PAD, "6.10.6"),
                AES.wrappingStream(Ckm.AES_OFB, OFB, "OFB"),
                BitFeedback.declaration(Ckm.AES_CFB1, CFB),
                AES.wrappingStream(Ckm.AES_CFB8, CFB, "CFB8"),
                AES.wrappingStream(Ckm.AES_CFB64, CFB, "CFB64"),
                AES.wrappingStream(Ckm.AES_CFB128, CFB, "CFB128"),
                AES.macGeneral(Ckm.AES_MAC_GENERAL, "6.10.9"),
                AES.mac(Ckm.AES_MAC, "6.10.10"),
                xcbc(Ckm.AES_XCBC_MAC, "6.10.11", BLOCK),
                xcbc(Ckm.AES_XCBC_MAC_96, "6.10.12", 12),
                AES.ctr(Ckm.AES_CTR, "6.11.3", COUNTER),
                CiphertextStealing.declaration(Ckm.AES_CTS, "6.12.2"),
                gcm(),
                Ccm.declaration(Ckm.AES_CCM),
                Gmac.declaration(Ckm.AES_GMAC),
                AES.cmac(Ckm.AES_CMAC, "6.14.4", CMAC),
                AES.cmacGeneral(Ckm.AES_CMAC_GENERAL, "6.14.3", CMAC),
                GenericMechanisms.generation(Ckm.AES_XTS_KEY_GEN, "6.15.3", Ckk.AES_XTS),
                Xts.declaration(Ckm.AES_XTS),
                keyWrap(Ckm.AES_KEY_WRAP, AesKeyWrap.PLAIN, "6.16.3.1"),
                // Deprecated, and its padding was read in two ways; most modules read RFC 5649.
                keyWrap(Ckm.AES_KEY_WRAP_PAD, AesKeyWrap.PADDED, "6.16.3.2"),
                keyWrap(Ckm.AES_KEY_WRAP_KWP, AesKeyWrap.PADDED, "6.16.3.3"),
                keyWrap(Ckm.AES_KEY_WRAP_PKCS7, AesKeyWrap.PKCS7, "6.16.3.4"),
                AES.ecbEncryptData(Ckm.AES_ECB_ENCRYPT_DATA, "6.17.3", "6.29.2.1"),
                AES.cbcEncryptData(
                        Ckm.AES_CBC_ENCRYPT_DATA,
                        "6.17.3",
                        "6.17.2",
                        CbcEncryptData.class,
                        CbcEncryptData::iv,
                        CbcEncryptData::data));
    }

    private static Declaration<?> xcbc(long mechanism, String section, int length) {
        return MacSigner.of(
                Declaration.of(mechanism, section, KEYS, ParameterRule.none(section)),
                (crypto, none, key) -> xcbc(crypto, key, length));
    }

    private static MacSigner xcbc(Crypto crypto, KeyView key, int length) {
        return new MacSigner(new XcbcMac(crypto.cipher("AES/ECB/NoPadding"), SecretKeys.of(key)), length);
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
}
