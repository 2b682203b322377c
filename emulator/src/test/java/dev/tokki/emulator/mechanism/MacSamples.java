package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.number;

import dev.tokki.api.constant.Ckm;
import dev.tokki.emulator.mechanism.hash.Hash;

/// Parameters of MACs: mostly their lengths.
final class MacSamples {
    private MacSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(number(6), Ckm.AES_MAC_GENERAL, Ckm.AES_CMAC_GENERAL, Ckm.DES_MAC_GENERAL, Ckm.DES3_MAC_GENERAL);
        recipes.put(number(6), Ckm.DES3_CMAC_GENERAL, Ckm.CAMELLIA_MAC_GENERAL, Ckm.ARIA_MAC_GENERAL);
        recipes.put(number(6), Ckm.SEED_MAC_GENERAL, Ckm.CAST128_MAC_GENERAL, Ckm.IDEA_MAC_GENERAL);
        recipes.put(number(6), Ckm.CDMF_MAC_GENERAL);
        recipes.put(number(160), Ckm.SHA512_T, Ckm.SHA512_T_HMAC, Ckm.SHA512_T_KEY_DERIVATION);
        recipes.put(number(20), Ckm.SHA512_T_HMAC_GENERAL);
        for (Hash hash : Hash.values()) {
            recipes.put(number(10), hash.macs().hmacGeneral());
        }
    }
}
