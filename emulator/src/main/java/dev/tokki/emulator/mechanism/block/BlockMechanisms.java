package dev.tokki.emulator.mechanism.block;

import dev.tokki.api.constant.Ckk;
import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.CipherParameter.AriaCbcEncryptData;
import dev.tokki.api.parameter.CipherParameter.CamelliaCbcEncryptData;
import dev.tokki.api.parameter.CipherParameter.CamelliaCtr;
import dev.tokki.api.parameter.CipherParameter.DesCbcEncryptData;
import dev.tokki.api.parameter.CipherParameter.SeedCbcEncryptData;
import dev.tokki.emulator.mechanism.declare.Declaration;
import dev.tokki.emulator.mechanism.declare.KeyRule;
import dev.tokki.emulator.mechanism.declare.KeySize;
import dev.tokki.emulator.mechanism.declare.ParameterRule;
import dev.tokki.emulator.mechanism.generic.GenericMechanisms;
import dev.tokki.emulator.mechanism.key.SecretKeyType;
import java.util.List;

/// The block ciphers besides AES: DES in its three lengths, Camellia, ARIA, SEED, Blowfish, Twofish.
public final class BlockMechanisms {
    private static final String HISTORICAL = "4.12";
    private static final String DATA = "6.29.2.1";

    private static final BlockCipher DES = cipher("DES", 8, Ckk.DES);
    private static final BlockCipher DES3 =
            new BlockCipher("DESede", 8, KeyRule.secret(new KeySize(0, 0, KeySize.Unit.FIXED), Ckk.DES2, Ckk.DES3));
    private static final BlockCipher CAMELLIA = cipher("Camellia", 16, Ckk.CAMELLIA);
    private static final BlockCipher ARIA = cipher("ARIA", 16, Ckk.ARIA);
    /// The sizes "are always 16" (section 6.37.1).
    private static final KeySize SEED_SIZE = KeySize.bytes(16, 16);

    private static final BlockCipher SEED = new BlockCipher("SEED", 16, KeyRule.secret(SEED_SIZE, Ckk.SEED));
    private static final BlockCipher BLOWFISH = cipher("Blowfish", 8, Ckk.BLOWFISH);
    private static final BlockCipher TWOFISH = cipher("Twofish", 16, Ckk.TWOFISH);

    private static final ParameterRule<CtrParameter> CAMELLIA_COUNTER = CtrParameter.rule(
            "CK_CAMELLIA_CTR_PARAMS",
            "6.33.7.1",
            CamelliaCtr.class,
            CamelliaCtr::counterBits,
            CamelliaCtr::counterBlock);

    private BlockMechanisms() {}

    public static List<Declaration<?>> all() {
        return List.of(
                // DES
                generation(Ckm.DES_KEY_GEN, HISTORICAL, Ckk.DES),
                DES.ecb(Ckm.DES_ECB, HISTORICAL),
                DES.cbc(Ckm.DES_CBC, HISTORICAL),
                DES.cbcPad(Ckm.DES_CBC_PAD, HISTORICAL),
                DES.mac(Ckm.DES_MAC, HISTORICAL),
                DES.macGeneral(Ckm.DES_MAC_GENERAL, HISTORICAL),
                DES.ecbEncryptData(Ckm.DES_ECB_ENCRYPT_DATA, "6.17.3", DATA),
                DES.cbcEncryptData(
                        Ckm.DES_CBC_ENCRYPT_DATA,
                        "6.17.3",
                        "6.17.2",
                        DesCbcEncryptData.class,
                        DesCbcEncryptData::iv,
                        DesCbcEncryptData::data),
                // Double and triple DES; the modes that are named after DES take keys of any length
                generation(Ckm.DES2_KEY_GEN, "6.18.4", Ckk.DES2),
                generation(Ckm.DES3_KEY_GEN, "6.18.4", Ckk.DES3),
                DES3.ecb(Ckm.DES3_ECB, "6.18.5"),
                DES3.cbc(Ckm.DES3_CBC, "6.18.6"),
                DES3.cbcPad(Ckm.DES3_CBC_PAD, "6.18.6"),
                DES3.mac(Ckm.DES3_MAC, "6.18.5"),
                DES3.macGeneral(Ckm.DES3_MAC_GENERAL, "6.18.5"),
                DES3.stream(Ckm.DES_OFB64, "6.18.7", "OFB64"),
                DES3.stream(Ckm.DES_OFB8, "6.18.7", "OFB8"),
                DES3.stream(Ckm.DES_CFB64, "6.18.8", "CFB64"),
                DES3.stream(Ckm.DES_CFB8, "6.18.8", "CFB8"),
                DES3.cmac(Ckm.DES3_CMAC, "6.19.4", "DESEDECMAC"),
                DES3.cmacGeneral(Ckm.DES3_CMAC_GENERAL, "6.19.3", "DESEDECMAC"),
                DES3.ecbEncryptData(Ckm.DES3_ECB_ENCRYPT_DATA, "6.17.3", DATA),
                DES3.cbcEncryptData(
                        Ckm.DES3_CBC_ENCRYPT_DATA,
                        "6.17.3",
                        "6.17.2",
                        DesCbcEncryptData.class,
                        DesCbcEncryptData::iv,
                        DesCbcEncryptData::data),
                // Camellia
                generation(Ckm.CAMELLIA_KEY_GEN, "6.33.3", Ckk.CAMELLIA),
                CAMELLIA.ecb(Ckm.CAMELLIA_ECB, "6.33.4"),
                CAMELLIA.cbc(Ckm.CAMELLIA_CBC, "6.33.5"),
                CAMELLIA.cbcPad(Ckm.CAMELLIA_CBC_PAD, "6.33.6"),
                CAMELLIA.ctr(Ckm.CAMELLIA_CTR, "6.33.7", CAMELLIA_COUNTER),
                CAMELLIA.macGeneral(Ckm.CAMELLIA_MAC_GENERAL, "6.33.8"),
                CAMELLIA.mac(Ckm.CAMELLIA_MAC, "6.33.9"),
                CAMELLIA.ecbEncryptData(Ckm.CAMELLIA_ECB_ENCRYPT_DATA, "6.34.2", DATA),
                CAMELLIA.cbcEncryptData(
                        Ckm.CAMELLIA_CBC_ENCRYPT_DATA,
                        "6.34.2",
                        "6.34.2",
                        CamelliaCbcEncryptData.class,
                        CamelliaCbcEncryptData::iv,
                        CamelliaCbcEncryptData::data),
                // ARIA
                generation(Ckm.ARIA_KEY_GEN, "6.35.3", Ckk.ARIA),
                ARIA.ecb(Ckm.ARIA_ECB, "6.35.4"),
                ARIA.cbc(Ckm.ARIA_CBC, "6.35.5"),
                ARIA.cbcPad(Ckm.ARIA_CBC_PAD, "6.35.6"),
                ARIA.macGeneral(Ckm.ARIA_MAC_GENERAL, "6.35.7"),
                ARIA.mac(Ckm.ARIA_MAC, "6.35.8"),
                ARIA.ecbEncryptData(Ckm.ARIA_ECB_ENCRYPT_DATA, "6.36.2", DATA),
                ARIA.cbcEncryptData(
                        Ckm.ARIA_CBC_ENCRYPT_DATA,
                        "6.36.2",
                        "6.36.2",
                        AriaCbcEncryptData.class,
                        AriaCbcEncryptData::iv,
                        AriaCbcEncryptData::data),
                // SEED
                GenericMechanisms.generation(Ckm.SEED_KEY_GEN, "6.37.3", Ckk.SEED, SEED_SIZE),
                SEED.ecb(Ckm.SEED_ECB, "6.37.4"),
                SEED.cbc(Ckm.SEED_CBC, "6.37.5"),
                SEED.cbcPad(Ckm.SEED_CBC_PAD, "6.37.6"),
                SEED.macGeneral(Ckm.SEED_MAC_GENERAL, "6.37.7"),
                SEED.mac(Ckm.SEED_MAC, "6.37.8"),
                SEED.ecbEncryptData(Ckm.SEED_ECB_ENCRYPT_DATA, "6.38.2", DATA),
                SEED.cbcEncryptData(
                        Ckm.SEED_CBC_ENCRYPT_DATA,
                        "6.38.2",
                        "6.38.2",
                        SeedCbcEncryptData.class,
                        SeedCbcEncryptData::iv,
                        SeedCbcEncryptData::data),
                // Blowfish and Twofish
                generation(Ckm.BLOWFISH_KEY_GEN, "6.31.3", Ckk.BLOWFISH),
                BLOWFISH.cbc(Ckm.BLOWFISH_CBC, "6.31.4"),
                BLOWFISH.cbcPad(Ckm.BLOWFISH_CBC_PAD, "6.31.5"),
                generation(Ckm.TWOFISH_KEY_GEN, "6.32.3", Ckk.TWOFISH),
                TWOFISH.cbc(Ckm.TWOFISH_CBC, "6.32.4"),
                TWOFISH.cbcPad(Ckm.TWOFISH_CBC_PAD, "6.32.5"));
    }

    static BlockCipher cipher(String algorithm, int block, long keyType) {
        return new BlockCipher(algorithm, block, KeyRule.secret(size(keyType), keyType));
    }

    /// Keys of one length only have no size to tell.
    private static KeySize size(long keyType) {
        SecretKeyType type = SecretKeyType.of(keyType).orElseThrow();
        return type.hasLength()
                ? KeySize.bytes(type.shortest(), type.longest())
                : new KeySize(0, 0, KeySize.Unit.FIXED);
    }

    static Declaration<?> generation(long mechanism, String section, long keyType) {
        return GenericMechanisms.generation(mechanism, section, keyType, size(keyType));
    }
}
