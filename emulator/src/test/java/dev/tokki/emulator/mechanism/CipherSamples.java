package dev.tokki.emulator.mechanism;

import static dev.tokki.emulator.mechanism.Recipes.bytes;
import static dev.tokki.emulator.mechanism.Recipes.iv;

import dev.tokki.api.constant.Ckm;
import dev.tokki.api.parameter.AesParameter;
import dev.tokki.api.parameter.CipherParameter;

/// Parameters of block ciphers.
final class CipherSamples {
    private CipherSamples() {}

    static void addTo(Recipes recipes) {
        recipes.put(iv(16), Ckm.AES_CBC, Ckm.AES_CBC_PAD, Ckm.AES_OFB, Ckm.AES_CFB1, Ckm.AES_CFB8, Ckm.AES_CFB64);
        recipes.put(iv(16), Ckm.AES_CFB128, Ckm.AES_CTS, Ckm.AES_XTS, Ckm.CAMELLIA_CBC, Ckm.CAMELLIA_CBC_PAD);
        recipes.put(iv(16), Ckm.ARIA_CBC, Ckm.ARIA_CBC_PAD, Ckm.SEED_CBC, Ckm.SEED_CBC_PAD);
        recipes.put(iv(16), Ckm.TWOFISH_CBC, Ckm.TWOFISH_CBC_PAD);
        recipes.put(iv(8), Ckm.DES_CBC, Ckm.DES_CBC_PAD, Ckm.DES3_CBC, Ckm.DES3_CBC_PAD, Ckm.DES_OFB64, Ckm.DES_OFB8);
        recipes.put(iv(8), Ckm.DES_CFB64, Ckm.DES_CFB8, Ckm.BLOWFISH_CBC, Ckm.BLOWFISH_CBC_PAD, Ckm.CAST128_CBC);
        recipes.put(iv(8), Ckm.CAST128_CBC_PAD, Ckm.IDEA_CBC, Ckm.IDEA_CBC_PAD, Ckm.CDMF_CBC, Ckm.CDMF_CBC_PAD);
        recipes.put(iv(24), Ckm.SKIPJACK_ECB64, Ckm.SKIPJACK_CBC64, Ckm.SKIPJACK_OFB64, Ckm.SKIPJACK_CFB64);
        recipes.put(iv(24), Ckm.SKIPJACK_CFB32, Ckm.SKIPJACK_CFB16, Ckm.SKIPJACK_CFB8);
        recipes.put(w -> new AesParameter.Gcm(bytes(12), bytes(5), 128), Ckm.AES_GCM, Ckm.AES_GMAC);
        recipes.put(w -> new AesParameter.Ccm(48, bytes(12), bytes(5), 16), Ckm.AES_CCM);
        recipes.put(w -> new AesParameter.Ctr(128, bytes(16)), Ckm.AES_CTR);
        recipes.put(w -> new CipherParameter.CamelliaCtr(128, bytes(16)), Ckm.CAMELLIA_CTR);
    }
}
